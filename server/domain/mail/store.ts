import { sql } from 'kysely';
import type { Insertable, Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { insertMany } from '../../db/insertMany.ts';
import { after, countUpTo } from '../../db/page.ts';
import type { OutboxTable } from '../../db/schema.ts';
import type { MailKind } from './kinds.ts';

/** A mail as stored: its body sealed, its preview masked. */
export type StoredMail = Selectable<OutboxTable>;

/** Puts mails into the outbox, in the transaction of the change that they tell of. */
export function insertMails(tx: Tx, mails: readonly Insertable<OutboxTable>[]): Promise<void> {
  return insertMany(tx, 'outbox', mails);
}

export function mailById(reader: Reader, id: string): Promise<StoredMail | undefined> {
  return reader.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What became of a user's set-up link that was made at that time (UTC ms); null where no mail has it. */
export async function setUpMailState(
  reader: Reader,
  userId: string,
  madeAt: number,
): Promise<StoredMail['state'] | null> {
  const mail = await reader
    .selectFrom('outbox')
    .select('state')
    // First of all by time, which has an index.
    .where('created_at', '=', madeAt)
    .where('user_id', '=', userId)
    .where('kind', '=', 'set_up_link')
    .executeTakeFirst();
  return mail?.state ?? null;
}

/** Removes mails of a kind that no server took: what they say holds no more. Of some users, at most 500, or of all. */
export async function dropUnsent(
  tx: Tx,
  kind: MailKind,
  userIds?: readonly string[],
): Promise<{ userIds: string[] }> {
  if (userIds?.length === 0) return { userIds: [] };
  let query = tx
    .deleteFrom('outbox')
    .where('state', '<>', sql.lit<'sent'>('sent'))
    .where('kind', '=', kind)
    .returning('user_id');
  if (userIds) query = query.where('user_id', 'in', [...userIds]);
  const rows = await query.execute();
  return { userIds: rows.flatMap(({ user_id }) => user_id ?? []) };
}

/** Makes a mail due at `now` (UTC ms), also one that was refused for good. One that was sent stays as it is, and so does one that isn't there. */
export async function makeDue(reader: Reader, id: string, now: number): Promise<void> {
  await reader
    .updateTable('outbox')
    .set({ state: 'waiting', next_attempt_at: now })
    .where('id', '=', id)
    .where('state', '<>', 'sent')
    .where('sealed_body', 'is not', null)
    .execute();
}

/**
 * Makes everything that was not sent due at `now` (UTC ms), also what a server is trying at this moment by the way before.
 * What is due already keeps its place in the queue. Answers how many mails there are to send.
 */
export async function makeAllDue(tx: Tx, now: number): Promise<number> {
  await tx
    .updateTable('outbox')
    .set({ state: 'waiting', next_attempt_at: now })
    .where('state', '<>', sql.lit<'sent'>('sent'))
    .where('sealed_body', 'is not', null)
    .where((eb) =>
      eb.or([eb('state', '=', 'failed'), eb('next_attempt_at', '>', now), eb('leased_until', '>', now)]),
    )
    .execute();
  const { count } = await tx
    .selectFrom('outbox')
    .where('state', '<>', sql.lit<'sent'>('sent'))
    .where('sealed_body', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

type State = StoredMail['state'];

/** Mails newest first, in one state where it is given; those after `keys` (when it was made, id) where they are. */
export function mailsAfter(
  reader: Reader,
  { state, keys, limit }: { state: State | undefined; keys: [number, string] | undefined; limit: number },
): Promise<StoredMail[]> {
  const order = [sql.ref('created_at'), sql.ref('id')];
  return inState(reader, state)
    .selectAll()
    .$if(keys !== undefined, (query) => query.where(after(order, keys ?? [], 'desc')))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** How many there are; beyond 10,000 a floor. */
export function countMails(
  reader: Reader,
  state: State | undefined,
): Promise<{ count: number; exact: boolean }> {
  return countUpTo(reader, inState(reader, state).select('id'));
}

function inState(reader: Reader, state: State | undefined) {
  const mails = reader.selectFrom('outbox');
  return state === undefined ? mails : mails.where('state', '=', state);
}
