import type { OutputOf } from '../../../../contract/operations.ts';
import { rankOf } from '../../../../contract/permissions.ts';
import type { Actor, Deps } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { requireStepUp } from '../../../stepUp.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { actorPerson } from '../../../domain/people/people.ts';
import { idsByUsername } from '../../../domain/people/store.ts';
import { checkFile } from './checkFile.ts';
import type { CheckedFile } from './checkFile.ts';
import { checkRow } from './checkRow.ts';
import type { Candidate } from './checkRow.ts';
import { readHeader } from './columns.ts';
import { insertPeople } from './insert.ts';
import type { Importing } from './insert.ts';
import { parseCsv } from './parse.ts';

export interface ImportInput {
  content: string;
  dryRun: boolean;
  /** Null: the operator, on the server's machine. */
  actor: Actor | null;
  initialPassword?: Importing['initialPassword'];
  now: number;
}

const ATTEMPTS = 3;
const LOOKED_UP_AT_ONCE = 1_000;

/**
 * Imports the good rows of a CSV in one transaction and tells of the others; a dry run tells only. Refuses a file without
 * our header, and staff roles without a step-up.
 */
export async function importUsers(deps: Deps, input: ImportInput): Promise<OutputOf<'users.import'>> {
  const { actor, now } = input;
  const file = await readFile(input);
  for (let attempt = 1; ; attempt += 1) {
    const existing = await existingUsers(deps.db.kysely, file.mentioned);
    const checked = checkFile(file.candidates, file.bad, new Set(existing.keys()));
    const skipped = checked.problems.length;
    const result = { imported: checked.good.length, skipped, rows: checked.problems };
    if (input.dryRun || checked.good.length === 0) return result;

    const givesRoles = checked.good.some(({ roles }) => roles.some((role) => role !== 'user'));
    if (actor && givesRoles) requireStepUp(actor, now);
    try {
      await insertAll(deps, input, checked, existing);
      return result;
    } catch (error) {
      // Somebody else took one of the usernames meanwhile: nothing was changed, and the check will find it now.
      if (attempt >= ATTEMPTS || !isUniqueViolation(error)) throw error;
    }
  }
}

interface ReadFile {
  candidates: Candidate[];
  bad: Map<number, string[]>;
  /** Every username in the file, of users and of managers. */
  mentioned: string[];
}

async function readFile({ content, actor }: ImportInput): Promise<ReadFile> {
  const { rows, problems } = await parseCsv(content);
  const columns = readHeader(rows[0]?.values);
  const rank = actor ? rankOf(actor.roles) : Infinity;
  const bad = new Map(problems.map(({ line, problem }) => [line, [problem]]));
  const candidates = rows.slice(1).map((row) => {
    const { candidate, problems: sentences } = checkRow(row, columns, rank);
    if (sentences.length > 0) bad.set(candidate.line, sentences);
    return candidate;
  });
  const mentioned = new Set(candidates.map(({ username }) => username));
  for (const { manager } of candidates) if (manager !== null) mentioned.add(manager);
  return { candidates, bad, mentioned: [...mentioned] };
}

/** Ids by username, of those usernames that are taken. */
async function existingUsers(reader: Reader, usernames: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < usernames.length; start += LOOKED_UP_AT_ONCE) {
    const ids = await idsByUsername(reader, usernames.slice(start, start + LOOKED_UP_AT_ONCE));
    for (const [username, id] of ids) found.set(username, id);
  }
  return found;
}

async function insertAll(
  deps: Deps,
  { actor, initialPassword = null, now }: ImportInput,
  { good, problems }: CheckedFile,
  managers: ReadonlyMap<string, string>,
): Promise<void> {
  const by = actor && actorPerson(actor);
  await deps.db.transaction(async (tx) => {
    await insertPeople(tx, deps, { good, managers, by, initialPassword, now });
    await appendAudit(tx, deps, {
      at: now,
      action: 'users.imported',
      actor: by,
      target: null,
      data: { imported: good.length, skipped: problems.length },
    });
  });
}
