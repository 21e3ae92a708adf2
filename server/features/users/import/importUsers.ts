import type { OutputOf } from '../../../../contract/operations.ts';
import { rankOf } from '../../../../contract/permissions.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Voice } from '../../../../contract/words/write.ts';
import type { Actor, Deps } from '../../../context.ts';
import { uuidv7 } from '../../../crypto/random.ts';
import type { Tx } from '../../../db/connection.ts';
import type { ChangeKind } from '../../../domain/pendingChanges/kinds.ts';
import { requireRoom } from '../../../domain/pendingChanges/room.ts';
import { keptAs, propose } from '../../../domain/pendingChanges/propose.ts';
import { inTurns } from '../../../inTurns.ts';
import { requireStepUp } from '../../../stepUp.ts';
import { actorPerson } from '../../../domain/people/people.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { checkFile } from './checkFile.ts';
import { checkRow } from './checkRow.ts';
import type { Candidate } from './checkRow.ts';
import { readHeader } from './columns.ts';
import { existingUsers } from './existingUsers.ts';
import type { HrConfirmation } from './fromHr.ts';
import { insertInSlices } from './insertInSlices.ts';
import type { Importing } from './insert.ts';
import { parseCsv } from './parse.ts';
import type { RowProblem } from './parse.ts';

export interface ImportInput {
  content: string;
  dryRun: boolean;
  /** Whose phone numbers the file has (ISO 3166-1 alpha-2); the organisation's country unless told. */
  country?: string | undefined;
  /** Null: the operator, on the server's machine. */
  actor: Actor | null;
  initialPassword?: Importing['initialPassword'];
  /** How it is kept that the file is the HR system's; nothing where nobody says so, or the operator imports. */
  fromHr?: ChangeKind<HrConfirmation> | null;
  now: number;
  /** Says what is wrong with rows. */
  voice: Voice;
}

/** Rows that are judged at once, at most. */
const JUDGED_AT_ONCE = 500;

/**
 * Imports the good rows of a CSV and tells of the others; a dry run tells only. Refuses a file without our header, and
 * staff roles, or the word that it is the HR system's, without a step-up.
 */
export async function importUsers(deps: Deps, input: ImportInput): Promise<OutputOf<'users.import'>> {
  const { actor, now, initialPassword = null, fromHr = null, voice } = input;
  const country = input.country ?? (await readSettings(deps.db.kysely)).country;
  const file = await readFile(input, country);
  const managers = await existingUsers(deps.db.kysely, file.mentioned);
  const { good, problems } = await checkFile(file.candidates, file.bad, new Set(managers.keys()));
  if (input.dryRun || good.length === 0) {
    return { imported: good.length, skipped: problems.length, rows: problems.map(said(voice)) };
  }
  const givesRoles = good.some(({ roles }) => roles.some((role) => role !== 'user'));
  if (actor && (givesRoles || fromHr)) requireStepUp(actor, now);
  // Before anybody is in: a large file goes in by parts.
  if (actor && fromHr) await requireRoom(deps.db.kysely, { makerId: actor.userId, kept: 0, now });
  const by = actor && actorPerson(actor);
  const skipped = problems.length;
  const importId = uuidv7(now, deps.random);
  const importing = { managers, by, initialPassword, importId, now };
  const atEnd = async (tx: Tx, people: number) => {
    if (!actor || !fromHr) return null;
    const proposal = await propose(tx, deps, fromHr, { input: { importId, people, at: now }, actor, now });
    return proposal.kept;
  };
  const done = await insertInSlices(deps, { ...importing, rows: good, skipped, atEnd });
  const rows = [...problems, ...done.problems].toSorted((one, other) => one.line - other.line);
  return {
    imported: done.imported,
    skipped: rows.length,
    rows: rows.map(said(voice)),
    ...(done.kept && keptAs(voice, done.kept)),
  };
}

/** What is wrong with a row, one sentence after another. */
const said =
  ({ write }: Voice) =>
  ({ line, problems }: RowProblem) => ({ line, problem: problems.map(write).join(' ') });

interface ReadFile {
  candidates: Candidate[];
  bad: Map<number, readonly Sentence[]>;
  /** Every username in the file, of users and of managers. */
  mentioned: string[];
}

async function readFile({ content, actor }: ImportInput, country: string | null): Promise<ReadFile> {
  const { rows, problems } = await parseCsv(content);
  const columns = readHeader(rows[0]?.values);
  const rank = actor ? rankOf(actor.roles) : Infinity;
  const bad = new Map(problems.map((row) => [row.line, row.problems]));
  const candidates: Candidate[] = [];
  const mentioned = new Set<string>();
  for await (const some of inTurns(rows.slice(1), { most: JUDGED_AT_ONCE })) {
    for (const row of some) {
      const { candidate, problems: sentences } = checkRow(row, columns, { rank, country });
      if (sentences.length > 0) bad.set(candidate.line, sentences);
      candidates.push(candidate);
      mentioned.add(candidate.username);
      if (candidate.manager !== null) mentioned.add(candidate.manager);
    }
  }
  return { candidates, bad, mentioned: [...mentioned] };
}
