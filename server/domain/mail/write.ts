import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { uuidv7 } from '../../crypto/random.ts';
import { seal } from '../../crypto/seal.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { EMAIL_MACS } from '../people/macs.ts';
import { writeTime } from './writeTime.ts';
import type { Settings } from '../settings/current.ts';
import { publicUrlOf } from '../settings/effective.ts';
import { isWayAsWritten, withWrittenUrl } from '../settings/macs.ts';
import { SECRET_PARAMS, urgencyOf } from './kinds.ts';
import type { MailKind, MailParam } from './kinds.ts';
import type { RouteSettings } from './mailer.ts';
import { MASK, mailLinks } from './links.ts';
import { mailLanguage } from './languages.ts';
import { renderMail } from './render.ts';
import type { MailValues, RenderedMail } from './render.ts';
import type { Recipient } from './recipientStore.ts';
import { insertMails } from './store.ts';

export interface MailToWrite {
  kind: MailKind;
  at: number;
  requestId?: string;
  params: Readonly<Record<string, MailParam | undefined>>;
  vetoToken?: string;
  withdrawToken?: string;
  stopToken?: string;
  settings: Settings;
  /** By which way it goes, where that isn't the one of the moment when it is sent. */
  sentBy?: RouteSettings;
  recipients: readonly Recipient[];
}

/** What is sealed of a mail. */
export interface MailBody {
  text: string;
  html: string;
  kind?: string;
  /** To whom it was written; null where no server with the key had written that address. */
  to?: string | null;
  sentBy?: RouteSettings;
}

/** What a mail's sealed body is bound to, so that bodies can't be swapped in the database. */
export function bodyContext(mail: { id: string; user_id: string | null }) {
  return { purpose: 'outbox', userId: mail.user_id ?? '', recordId: mail.id };
}

type WriteDeps = Pick<Deps, 'keys' | 'random' | 'config'>;

/** Renders mails, each for its recipients, and stores them: the body sealed, the preview masked (S-52). */
export async function writeMails(tx: Tx, deps: WriteDeps, ...mails: readonly MailToWrite[]): Promise<void> {
  await insertMails(
    tx,
    mails.flatMap((mail) => rowsOf(deps, mail)),
  );
}

function rowsOf(deps: WriteDeps, toWrite: MailToWrite) {
  const mail = { ...toWrite, settings: withWrittenUrl(deps.keys, toWrite.settings) };
  const { sentBy } = mail;
  // SECURITY: nor by a mail server that somebody wrote to the database, with the password of ours.
  const route = sentBy && isWayAsWritten(deps, sentBy.stored ?? []) ? { sentBy: routeOf(sentBy) } : {};
  const masked = maskSecrets(mail);
  return mail.recipients.map((recipient) => {
    const { subject, text, html } = composeMail(deps, mail, recipient);
    const preview = composeMail(deps, masked, recipient).text;
    const body: MailBody = {
      text,
      html,
      kind: mail.kind,
      to: isAsWritten(deps.keys, recipient) ? recipient.email : null,
      ...route,
    };
    const row = { id: uuidv7(mail.at, deps.random), user_id: recipient.id };
    return {
      ...row,
      kind: mail.kind,
      request_id: mail.requestId ?? null,
      to_address: recipient.email,
      subject,
      sealed_body: seal(deps.keys, deps.random, bodyContext(row), JSON.stringify(body)),
      preview,
      secret: preview === text ? 0 : 1,
      state: 'waiting' as const,
      attempts: 0,
      next_attempt_at: mail.at,
      leased_until: 0,
      urgency: urgencyOf(mail.kind),
      created_at: mail.at,
    };
  });
}

function isAsWritten(keys: Keyring, recipient: Recipient): boolean {
  const { email_mac: mac } = recipient;
  return mac === undefined || EMAIL_MACS.holds(keys, recipient, mac);
}

function routeOf({ organisation, publicUrl, mailFrom, smtp, sealedSmtpPassword }: RouteSettings) {
  return { organisation, publicUrl, mailFrom, smtp, sealedSmtpPassword };
}

/** The mail as this recipient reads it. */
export function composeMail(
  deps: Pick<Deps, 'config'>,
  mail: Omit<MailToWrite, 'recipients'>,
  recipient: Recipient,
): RenderedMail {
  const language = mailLanguage(recipient.language, mail.settings.language);
  return renderMail(language, mail.kind, valuesOf(deps, mail, { recipient, voice: language.voice }));
}

function maskSecrets(mail: MailToWrite): MailToWrite {
  const params = Object.entries(mail.params).map(([name, value]) => [
    name,
    value !== undefined && SECRET_PARAMS.includes(name) ? MASK : value,
  ]);
  const maskOf = (token?: string) => (token === undefined ? undefined : MASK);
  const { vetoToken, withdrawToken, stopToken } = mail;
  return {
    ...mail,
    params: Object.fromEntries(params) as MailToWrite['params'],
    vetoToken: maskOf(vetoToken),
    withdrawToken: maskOf(withdrawToken),
    stopToken: maskOf(stopToken),
  };
}

function valuesOf(
  deps: Pick<Deps, 'config'>,
  mail: Omit<MailToWrite, 'recipients'>,
  { recipient, voice }: { recipient: Recipient; voice: Voice },
): MailValues {
  const { settings } = mail;
  const time = (text: string) => writeTime(voice.locale, settings.timeZone, text);
  const helpDesk = [settings.helpDeskPhone, settings.helpDeskHours].filter((part) => part !== null);
  const written = Object.entries(mail.params).map(([name, value]) => [
    name,
    typeof value === 'string' && name.endsWith('At') ? time(value) : writeParam(voice, value),
  ]);
  const params = Object.fromEntries(written) as MailValues;
  return {
    ...params,
    name: recipient.name,
    username: recipient.username,
    organisation: settings.organisation,
    helpDesk: helpDesk.length > 0 ? helpDesk.join(', ') : undefined,
    at: time(new Date(mail.at).toISOString()),
    ...mailLinks(publicUrlOf(deps.config, settings), {
      ...(params.token === undefined ? {} : { token: params.token }),
      vetoToken: mail.vetoToken,
      withdrawToken: mail.withdrawToken,
      stopToken: mail.stopToken,
      requestId: mail.requestId,
    }),
  };
}

/** Undefined where there is nothing to say: what speaks of it is left out. */
function writeParam(voice: Voice, value: MailParam | undefined): string | undefined {
  if (typeof value === 'number') return new Intl.NumberFormat(voice.locale).format(value);
  if (!Array.isArray(value)) return value === undefined ? undefined : voice.write(value as string | Sentence);
  const lines = value as readonly (string | Sentence)[];
  return lines.length === 0 ? undefined : lines.map((line) => voice.write(line)).join('\n');
}
