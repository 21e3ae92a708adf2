import { CONTACT_TAINT } from '../people/rules/contactTaint.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { readSettings } from '../settings/current.ts';
import { kindSpec } from './kinds.ts';
import type { MailKind, MailParams, StaffMailKind, UserMailKind } from './kinds.ts';
import type { RouteSettings } from './mailer.ts';
import type { MailValues } from './render.ts';
import { openVetoToken } from './vetoToken.ts';
import { writeMails } from './write.ts';
import type { Recipient } from './write.ts';

type MailDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

interface MailBase<K extends MailKind> {
  kind: K;
  /** UTC ms. */
  at: number;
  requestId?: string;
}

type UserMail<K extends UserMailKind> = MailBase<K> & { userId: string } & MailParams<K>;

type Staff = 'administrators' | 'officers' | 'administrators_and_officers' | 'all_staff';
type StaffMail<K extends StaffMailKind> = MailBase<K> & {
  /** A group, or ids of users. */
  to: Staff | readonly string[];
  /** By which way it goes; the one of the moment when it is sent unless told. */
  sentBy?: RouteSettings;
} & MailParams<K>;

/**
 * Puts a mail to a user into the outbox, in the transaction of the change that it tells of. For 30 days after a change of
 * e-mail the old addresses hear of it too (S-35), without what is secret in it. An unknown user gets none.
 */
export async function mailUser<K extends UserMailKind>(
  tx: Tx,
  deps: MailDeps,
  mail: UserMail<K>,
): Promise<void> {
  const user = await tx
    .selectFrom('users')
    .select(['id', 'name', 'username', 'email', 'language'])
    .where('id', '=', mail.userId)
    .executeTakeFirst();
  if (!user) return;
  const params: MailValues = mail.params ?? {};
  const vetoToken = await openVetoToken(tx, deps.keys, user.id, mail.at);
  const write = { ...mail, params, settings: await readSettings(tx), vetoToken };
  await writeMails(tx, deps, { ...write, recipients: [user] });
  if (kindSpec(mail.kind).currentAddressOnly) return;

  const old = await oldAddresses(tx, user, mail.at);
  const { activationCode: _withheld, ...open } = params;
  await writeMails(tx, deps, { ...write, params: open, recipients: old });
}

/** Puts a mail to active staff into the outbox, in the transaction of the change. */
export async function mailStaff<K extends StaffMailKind>(
  tx: Tx,
  deps: MailDeps,
  mail: StaffMail<K>,
): Promise<void> {
  const recipients = await activeStaff(tx, mail.to);
  if (recipients.length === 0) return;
  const settings = await readSettings(tx);
  await writeMails(tx, deps, { ...mail, params: mail.params ?? {}, settings, recipients });
}

async function oldAddresses(tx: Tx, user: Recipient, at: number): Promise<Recipient[]> {
  const changes = await tx
    .selectFrom('contact_changes')
    .select('old_value')
    .distinct()
    .where('user_id', '=', user.id)
    .where('field', '=', 'email')
    .where('first', '=', 0)
    .where('at', '>', at - CONTACT_TAINT)
    .where('old_value', 'is not', null)
    .where('old_value', '<>', user.email)
    .execute();
  return changes.flatMap(({ old_value: email }) => (email === null ? [] : [{ ...user, email }]));
}

async function activeStaff(tx: Tx, to: Staff | readonly string[]): Promise<Recipient[]> {
  const active = tx
    .selectFrom('users')
    .select(['id', 'name', 'username', 'email', 'language'])
    .where('status', '=', 'active');
  if (typeof to !== 'string') {
    return to.length === 0 ? [] : active.where('id', 'in', [...new Set(to)]).execute();
  }
  if (to === 'all_staff') return active.where('is_staff', '=', 1).execute();
  const roles = STAFF_ROLES[to];
  return active
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('user_roles')
          .select('role')
          .whereRef('user_id', '=', 'users.id')
          .where('role', 'in', [...roles]),
      ),
    )
    .execute();
}

const STAFF_ROLES = {
  administrators: ['administrator'],
  officers: ['security_officer'],
  administrators_and_officers: ['administrator', 'security_officer'],
} as const;
