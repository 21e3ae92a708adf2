import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { mayBeOneOf } from '../../../domain/secondPerson/puppets.ts';
import { readOrganisation } from '../../../domain/settings/store.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import { refuse } from '../../../refusal.ts';
import { linksOf, noteOutside, notesIn, outsideById } from './outsideStore.ts';
import type { OutsideNote, OutsideRow } from './outsideStore.ts';

interface Answer {
  id: string;
  note: string;
  actor: ActorRef;
  now: number;
}

type AnswerDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

/**
 * An officer says why it was done. What was done as break glass is explained by two, of whom neither may be the other. Refuses with
 * `own_account`, `second_person_required`, `already_decided`.
 */
export async function explainOutside(
  tx: Tx,
  deps: AnswerDeps,
  { breakGlass = false, ...answer }: Answer & { breakGlass?: boolean | undefined },
): Promise<void> {
  const row = await requireAnswerable(tx, answer);
  const { actor, now } = answer;
  if (row.state === 'explained') throw refuse('already_decided');
  const before = new Set(notesIn(row).map(({ by }) => by));
  const founded = (await readOrganisation(tx))?.created_at ?? 0;
  if (row.state === 'half_explained' && (await mayBeOneOf(tx, actor.userId, before, { now, founded }))) {
    throw refuse('second_person_required', { detail: sentence('answers/resetRequests', 'outsideTwice') });
  }
  const state = breakGlass && row.state === 'open' ? 'half_explained' : 'explained';
  await keep(tx, row, answer, { state, kind: 'explained', breakGlass });
  await audit(tx, deps, row, answer, { action: 'system.outside_explained', breakGlass });
}

/** An officer takes it for an attack, also where another one explained it. Refuses with `own_account`, `already_decided`. */
export async function reportOutside(tx: Tx, deps: AnswerDeps, answer: Answer): Promise<void> {
  const row = await requireAnswerable(tx, answer);
  await keep(tx, row, answer, { state: 'reported', kind: 'reported', breakGlass: false });
  const system = await audit(tx, deps, row, answer, { action: 'system.outside_reported' });
  const person = row.user_id === null ? row.external_name : (await auditPerson(tx, row.user_id)).name;
  await mailStaff(tx, deps, {
    to: 'officers',
    kind: 'outside_reported',
    at: answer.now,
    params: { system, by: answer.actor.name, reason: answer.note, ...(person === null ? {} : { person }) },
  });
}

async function requireAnswerable(tx: Tx, { id, actor }: Answer): Promise<OutsideRow> {
  const row = await outsideById(tx, id);
  if (!row) throw refuse('not_found');
  if ((await isOwnAct(tx, actor.userId, [row])).has(id)) {
    throw refuse('own_account', { detail: sentence('answers/resetRequests', 'outsideOwn') });
  }
  if (row.state === 'reported') throw refuse('already_decided');
  return row;
}

/**
 * S-113: which of these are somebody's own: their own factor, or done by their account there, as it was linked when it was found or
 * is linked now. Ending a link makes nothing anybody else's.
 */
export async function isOwnAct(
  reader: Reader,
  userId: string,
  rows: readonly OutsideRow[],
): Promise<ReadonlySet<string>> {
  const links = await linksOf(reader, userId);
  const isOwn = ({ system_id, user_id, external_id, by_user_id, by_id, by_name }: OutsideRow) =>
    user_id === userId ||
    by_user_id === userId ||
    links.some(
      (link) =>
        link.system_id === system_id &&
        (link.external_id === external_id ||
          link.external_id === by_id ||
          link.external_name === (by_name ?? by_id)),
    );
  return new Set(rows.filter(isOwn).map(({ id }) => id));
}

async function keep(
  tx: Tx,
  row: OutsideRow,
  { note, actor, now: at }: Answer,
  { state, ...said }: Pick<OutsideRow, 'state'> & Pick<OutsideNote, 'kind' | 'breakGlass'>,
): Promise<void> {
  const notes: OutsideNote[] = [...notesIn(row), { ...said, by: actor.userId, at, note }];
  // Somebody else was first.
  if (!(await noteOutside(tx, row, { state, notes: JSON.stringify(notes) }))) throw refuse('already_decided');
}

async function audit(
  tx: Tx,
  deps: AnswerDeps,
  row: OutsideRow,
  { note, actor, now: at }: Answer,
  {
    action,
    breakGlass,
  }: { action: 'system.outside_explained' | 'system.outside_reported'; breakGlass?: boolean },
): Promise<string> {
  const [found] = await systemsNamed(tx, [row.system_id]);
  const system = found?.name ?? row.system_id;
  await appendAudit(tx, deps, {
    at,
    action,
    actor: { id: actor.userId, name: actor.name },
    target: row.user_id === null ? null : await auditPerson(tx, row.user_id),
    data: { outsideId: row.id, system, note, ...(breakGlass ? { breakGlass } : {}) },
  });
  return system;
}
