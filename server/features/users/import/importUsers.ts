import type { ImportMapping, OptionalField } from '../../../../contract/importFields.ts';
import type { OutputOf } from '../../../../contract/operations.ts';
import { rankOf } from '../../../../contract/permissions.ts';
import type { Voice } from '../../../../contract/words/write.ts';
import type { Actor, Deps } from '../../../context.ts';
import { uuidv7 } from '../../../crypto/random.ts';
import type { Tx } from '../../../db/connection.ts';
import type { ChangeKind } from '../../../domain/pendingChanges/kinds.ts';
import { requireRoom } from '../../../domain/pendingChanges/room.ts';
import type { LinkingOfMany } from '../../../domain/systems/linkingOfMany.ts';
import { keptAs, propose } from '../../../domain/pendingChanges/propose.ts';
import { requireStepUp } from '../../../stepUp.ts';
import { actorPerson } from '../../../domain/people/people.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import type { Proposal } from '../../../domain/pendingChanges/propose.ts';
import type { ResetParts } from '../suspend.ts';
import type { Candidate } from './checkRow.ts';
import { withDepartmentNames } from './departments.ts';
import type { HrConfirmation } from './fromHr.ts';
import { goneFrom, refuseBadRows, refuseNumber, suspendGone, wouldGo } from './gone.ts';
import type { Agrees } from './gone.ts';
import { groupsOf, rowSaid } from './groups.ts';
import { insertInSlices } from './insertInSlices.ts';
import type { Importing } from './insert.ts';
import type { RowProblem } from './parse.ts';
import { judgeFile } from './readFile.ts';
import type { JudgedFile } from './readFile.ts';
import { changesContacts, changeWords, findUpdates, updatePeople } from './updates.ts';

export interface ImportInput {
  content: string;
  dryRun: boolean;
  /** Whose phone numbers the file has (ISO 3166-1 alpha-2); the organisation's country unless told. */
  country?: string | undefined;
  /** Which column is which; by the names that files use unless told. */
  mapping?: ImportMapping | undefined;
  /** Fields without which rows go in where their value is bad. */
  leavesOut?: readonly OptionalField[];
  /** Equal problems are told together, with so many rows of each; null: row by row. */
  grouped?: { rows: number } | null;
  /** Whether people are mailed a set-up link. */
  invites?: boolean;
  /** Null: the operator, on the server's machine. */
  actor: Actor | null;
  initialPassword?: Importing['initialPassword'];
  /** How it is kept that the file is the HR system's; nothing where nobody says so, or the operator imports. */
  fromHr?: ChangeKind<HrConfirmation> | null;
  /** The connected system whose accounts the file names, and how people are linked to them. */
  accounts?: { systemId: string; linking: LinkingOfMany } | null;
  /** That everybody is in the file: who isn't is suspended, unless their number is one that `agrees` has an objection to. */
  whole?: { resets: ResetParts; agrees: Agrees } | null;
  now: number;
  /** Says what is wrong with rows. */
  voice: Voice;
}

/**
 * Imports the good rows of a CSV, changes who is there already, and tells of all others; a dry run tells only, field by field. Refuses a file
 * that lacks what everybody needs, and staff roles, or the word that it is the HR system's, without a step-up.
 */
export async function importUsers(deps: Deps, input: ImportInput): Promise<OutputOf<'users.import'>> {
  const { content, mapping, actor, now, initialPassword = null, fromHr = null, voice } = input;
  const { accounts = null, whole = null } = input;
  if (accounts) await accounts.linking.look(deps.db.kysely, accounts.systemId);
  const { leavesOut = [], invites = true, grouped = null } = input;
  const country = input.country ?? (await readSettings(deps.db.kysely)).country;
  const rank = actor ? rankOf(actor.roles) : Infinity;
  const rules = { rank, country, leavesOut: new Set(leavesOut) };
  const isTried = input.dryRun && mapping !== undefined;
  const file = await judgeFile(deps.db.kysely, {
    content,
    mapping,
    isTried,
    rules,
    hasAccounts: accounts !== null,
  });
  const { managers } = file;
  const { good, known, departments } = await withDepartmentNames(deps.db.kysely, file);
  const updates = await findUpdates(deps.db.kysely, deps.keys, known, now);
  const gone =
    whole && file.lacks.length === 0 ? await goneFrom(deps.db.long, deps.keys, file.usernames, now) : null;
  const toldOf = async (rows: readonly RowProblem[]) => ({
    unchanged: updates.unchanged,
    skipped: skippedOf(rows),
    ...(await toldTogether(rows, grouped, voice)),
  });
  const problems = [...file.problems, ...updates.stays];
  const changes = updates.changed.map(changeWords);
  const named = [...good, ...known].filter(({ account }) => account !== null);
  if (input.dryRun) {
    const told = await toldOf([...problems, ...changes]);
    const links = accounts && { links: await countLinks(deps, { ...accounts, good, known }) };
    return {
      imported: good.length,
      updated: updates.changed.length,
      ...told,
      ...readAs(file),
      ...links,
      departments,
      ...wouldGo(gone),
    };
  }
  if (gone) {
    refuseBadRows(skippedOf(file.problems));
    if (actor && gone.ids.length > 0) requireStepUp(actor, now);
    refuseNumber(gone.ids.length, whole?.agrees(gone.ids.length) ?? null);
  }
  const givesRoles = good.some(({ roles }) => roles.some((role) => role !== 'user'));
  if (actor && (givesRoles || fromHr || named.length > 0 || changesContacts(updates)))
    requireStepUp(actor, now);
  // Before anybody is in: a large file goes in by parts.
  if (actor && fromHr) await requireRoom(deps.db.kysely, { makerId: actor.userId, kept: 0, now });
  const by = actor && actorPerson(actor);
  const importId = uuidv7(now, deps.random);
  const importing = { managers, by, initialPassword, invites, importId, now };
  const atEnd = async (tx: Tx, people: number) => {
    if (!actor || !fromHr) return null;
    const proposal = await propose(tx, deps, fromHr, { input: { importId, people, at: now }, actor, now });
    return proposal.kept;
  };
  const skipped = skippedOf(problems);
  const done =
    good.length === 0
      ? { imported: 0, problems: [], kept: null }
      : await insertInSlices(deps, { ...importing, rows: good, skipped, atEnd });
  // After the new ones, who may be their managers.
  const changed = await updatePeople(deps, { changed: updates.changed, by, now });
  const links = actor && accounts && (await linkNamed(deps, { ...accounts, named, actor, now }));
  const suspended =
    whole && gone && (await suspendGone(deps, whole.resets, { ids: gone.ids, importId, by, now }));
  const refused = new Set(changed.problems.map(({ line }) => line));
  return {
    imported: done.imported,
    updated: changed.updated,
    ...(await toldOf([
      ...problems,
      ...done.problems,
      ...changed.problems,
      ...changes.filter(({ line }) => !refused.has(line)),
    ])),
    ...(suspended !== null && { suspended }),
    ...(done.kept && keptAs(voice, done.kept)),
    ...(links?.kept && { pendingLinks: keptAs(voice, links.kept).pendingChange }),
  };
}

/** How many people a file would link: all who are new, and of those who are here the ones without that link. */
async function countLinks(
  { db }: Deps,
  {
    systemId,
    linking,
    good,
    known,
  }: {
    systemId: string;
    linking: LinkingOfMany;
    good: readonly Candidate[];
    known: readonly Candidate[];
  },
): Promise<number> {
  const here = await linking.missing(db.kysely, systemId, known);
  return here.length + good.filter(({ account }) => account !== null).length;
}

/** Asks for the links of all whom the file names an account of, as one change; null where there is nobody to link. */
async function linkNamed(
  deps: Deps,
  {
    systemId,
    linking,
    named,
    actor,
    now,
  }: { systemId: string; linking: LinkingOfMany; named: readonly Candidate[]; actor: Actor; now: number },
): Promise<Proposal | null> {
  const links = await linking.missing(deps.db.kysely, systemId, named);
  if (links.length === 0) return null;
  return deps.db.transaction((tx) => linking.propose(tx, { systemId, links, actor, now }));
}

const skippedOf = (rows: readonly RowProblem[]): number => rows.filter(({ imported }) => !imported).length;

/** Row by row, or the same of many as one. */
async function toldTogether(rows: readonly RowProblem[], grouped: ImportInput['grouped'], voice: Voice) {
  const inOrder = rows.toSorted((one, other) => one.line - other.line);
  return grouped
    ? { rows: [], groups: await groupsOf(inOrder, grouped.rows, voice) }
    : { rows: inOrder.map(rowSaid(voice)) };
}

/** What a file was read as, for whoever looks before anything is imported. */
function readAs({ columns, lacks, preview }: JudgedFile) {
  return {
    columns,
    ...(lacks.length > 0 && { lacks }),
    preview: preview.map(({ line, roles, ...person }) => ({
      line,
      ...person,
      role: roles.join(';') || null,
    })),
  };
}
