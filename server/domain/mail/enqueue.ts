import { CONTACT_TAINT } from '../people/rules/contactTaint.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { readSettings } from '../settings/current.ts';
import { kindSpec } from './kinds.ts';
import type { MailKind, MailParams, StaffMailKind, UserMailKind } from './kinds.ts';
import type { RouteSettings } from './mailer.ts';
import { openVetoToken } from './vetoToken.ts';
import { activeRecipients, atOldAddresses, recipientById } from './recipientStore.ts';
import type { Recipient, Staff } from './recipientStore.ts';
import { writeMails } from './write.ts';
import type { MailToWrite } from './write.ts';

type MailDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

interface MailBase<K extends MailKind> {
  kind: K;
  /** UTC ms. */
  at: number;
  requestId?: string;
  /** Of the pending change that it tells of. */
  withdrawToken?: string;
  /** Of the authenticator that its owner stopped. */
  stopToken?: string;
}

type UserMail<K extends UserMailKind> = MailBase<K> & { userId: string } & MailParams<K>;

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
  const user = await recipientById(tx, mail.userId);
  if (user) await mailRecipient(tx, deps, user, mail);
}

/** The same to somebody who was looked up before. */
export async function mailRecipient<K extends UserMailKind>(
  tx: Tx,
  deps: MailDeps,
  user: Recipient,
  mail: Omit<UserMail<K>, 'userId'>,
): Promise<void> {
  const params: MailToWrite['params'] = mail.params ?? {};
  const vetoToken = await openVetoToken(tx, deps.keys, user.id, mail.at);
  const write = { ...mail, params, settings: await readSettings(tx), vetoToken };
  await writeMails(tx, deps, { ...write, recipients: [user] });
  if (kindSpec(mail.kind).currentAddressOnly) return;

  const old = await atOldAddresses(tx, user, mail.at - CONTACT_TAINT);
  const { activationCode: _withheld, ...open } = params;
  await writeMails(tx, deps, { ...write, params: open, recipients: old });
}

/** Puts a mail to active staff into the outbox, in the transaction of the change. */
export async function mailStaff<K extends StaffMailKind>(
  tx: Tx,
  deps: MailDeps,
  mail: StaffMail<K>,
): Promise<void> {
  const recipients = await activeRecipients(tx, mail.to);
  if (recipients.length === 0) return;
  const settings = await readSettings(tx);
  await writeMails(tx, deps, { ...mail, params: mail.params ?? {}, settings, recipients });
}
