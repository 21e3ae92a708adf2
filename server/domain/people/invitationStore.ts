import type { InvitationState } from '../../../contract/invitations.ts';
import type { Db, Reader, Tx } from '../../db/connection.ts';
import { forUpdate } from '../../db/dialects.ts';
import type { User } from './people.ts';

type Stored = NonNullable<User['invitation']>;

/** What is not used yet, and what a living link may belong to. */
const OUT: Stored[] = ['waiting', 'sent', 'opened'];

/** How far the invitations of some are from now on. At most 500 ids. */
export async function setInvitations(tx: Tx, userIds: readonly string[], to: Stored): Promise<void> {
  if (userIds.length === 0) return;
  await tx
    .updateTable('users')
    .set({ invitation: to })
    .where('id', 'in', [...userIds])
    .execute();
}

/** The mail server took it. One that was opened meanwhile stays so. */
export async function markInvitationSent(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('users')
    .set({ invitation: 'sent' })
    .where('id', '=', userId)
    .where('invitation', '=', 'waiting')
    .execute();
}

/** Its page was opened. */
export async function markInvitationOpened(reader: Reader, userId: string): Promise<void> {
  await reader
    .updateTable('users')
    .set({ invitation: 'opened' })
    .where('id', '=', userId)
    .where('invitation', 'in', ['waiting', 'sent'])
    .execute();
}

/** Its link was ended, by what happened to its person: it has to be sent anew. */
export async function takeInvitationBack(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('users')
    .set({ invitation: 'draft' })
    .where('id', '=', userId)
    .where('invitation', 'in', OUT)
    .execute();
}

/** Who may be invited: active, without a password, and not by SSO alone. */
function invitable(reader: Reader) {
  return reader
    .selectFrom('users')
    .where('status', '=', 'active')
    .where('external', '=', 0)
    .where('password_hash', 'is', null);
}

/** Some whose invitations are asked for and not sent, the oldest first; locked until the commit. */
export function lockAsked(tx: Tx, { dialect }: Pick<Db, 'dialect'>, limit: number): Promise<User[]> {
  const query = invitable(tx).selectAll().where('invitation', '=', 'asked').orderBy('id').limit(limit);
  return forUpdate(dialect, query).execute();
}

/** Whether any are asked for and not sent. */
export async function anyAsked(reader: Reader): Promise<boolean> {
  const found = await invitable(reader)
    .select('id')
    .where('invitation', '=', 'asked')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Drafts by department; '' is people without one. */
export async function draftsByDepartment(reader: Reader): Promise<{ name: string; count: number }[]> {
  const rows = await invitable(reader)
    .select((eb) => ['department', eb.fn.countAll<number>().as('count')])
    .where('invitation', '=', 'draft')
    .groupBy('department')
    .orderBy('department')
    .execute();
  return rows.map(({ department, count }) => ({ name: department ?? '', count }));
}

/** How many invitations are that far, of those that are under way. */
export async function countInvitations(
  reader: Reader,
): Promise<Record<Exclude<InvitationState, 'draft' | 'used'>, number>> {
  const rows = await reader
    .selectFrom('users')
    .select((eb) => ['invitation', eb.fn.countAll<number>().as('count')])
    .where('invitation', 'in', ['asked', ...OUT])
    .groupBy('invitation')
    .execute();
  const of = (state: Stored) => rows.find(({ invitation }) => invitation === state)?.count ?? 0;
  return { waiting: of('asked') + of('waiting'), sent: of('sent'), opened: of('opened') };
}

/** Ids of people whose invitations are drafts, in order; of one department where it is given. */
export async function draftIds(reader: Reader, department: string | undefined): Promise<string[]> {
  let query = invitable(reader).select('id').where('invitation', '=', 'draft').orderBy('id');
  if (department === '') query = query.where('department', 'is', null);
  else if (department !== undefined) query = query.where('department', '=', department);
  return (await query.execute()).map(({ id }) => id);
}
