import type { Transporter } from 'nodemailer';
import { withMarks } from '../../../contract/text.ts';
import type { Deps } from '../../context.ts';
import { SealBroken } from '../../crypto/seal.ts';
import type { Reader } from '../../db/connection.ts';
import { readSettings } from '../settings/current.ts';
import type { Settings } from '../settings/current.ts';
import { publicUrlOf } from '../settings/effective.ts';
import { openSmtpPassword } from '../settings/smtpPassword.ts';

export interface OutgoingMail {
  /** Becomes the Message-ID: a mail that was sent twice at a crash is recognised as one. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Those that decide by which way a mail goes. */
export type RouteSettings = Pick<
  Settings,
  'organisation' | 'publicUrl' | 'mailFrom' | 'smtp' | 'sealedSmtpPassword'
>;

export interface Mailer {
  /** Resolves with the mail server's answer once it has accepted the mail. Throws what `failureOf` explains. */
  send(mail: OutgoingMail): Promise<string>;
  /** Greets the mail server and signs in there, and sends nothing. Throws what it says. */
  check(): Promise<void>;
}

type MailerDeps = Pick<Deps, 'keys' | 'config'>;

/** Longest wait for a mail server to take one mail; shorter than a lease (deliveryStore.ts). */
const SEND_DEADLINE_MS = 120_000;

/** Whether there is a mail server to send by. */
export function mailConfigured(config: MailerDeps['config'], settings: Pick<Settings, 'smtp'>): boolean {
  return config.smtpUrl !== null || settings.smtp !== null;
}

/** The mail server by the environment, else by the settings as they are; null where there is none. */
export async function readMailer(reader: Reader, deps: MailerDeps): Promise<Mailer | null> {
  return mailerBy(deps, await readSettings(reader));
}

/** The same by settings that are handed in. */
export function mailerBy(deps: MailerDeps, settings: RouteSettings): Mailer | null {
  if (!mailConfigured(deps.config, settings)) return null;
  const options = {
    ...serverOptions(deps, settings),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    // SECURITY: a mail is text that we made, and never names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  let connecting: Promise<Transporter> | undefined;
  const address = senderOf(deps.config, settings);
  const domain = address.slice(address.lastIndexOf('@') + 1);

  // With the first mail: it takes as much memory as the database's client.
  const connect = () =>
    (connecting ??= import('nodemailer').then(({ createTransport }) => createTransport(options)));

  return {
    async check() {
      const transport = await connect();
      await transport.verify();
    },
    async send({ id, to, subject, text, html }) {
      const transport = await connect();
      const { response } = await transport.sendMail({
        from: { name: settings.organisation, address },
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${domain}>`,
        // RFC 3834: out-of-office replies stay away.
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(SEND_DEADLINE_MS),
      });
      return withMarks(response ?? '');
    },
  };
}

function serverOptions({ config, keys }: MailerDeps, settings: RouteSettings): object {
  if (config.smtpUrl !== null) return { url: config.smtpUrl };
  if (settings.smtp === null) return {};
  const { host, port, secure, username } = settings.smtp;
  const pass = openSmtpPassword(keys, settings);
  return {
    host,
    port,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    ...(username === null ? {} : { auth: { user: username, pass: pass ?? '' } }),
  };
}

function senderOf(config: MailerDeps['config'], settings: RouteSettings): string {
  const named = config.mailFrom ?? settings.mailFrom;
  if (named !== null) return named;
  const { hostname } = new URL(publicUrlOf(config, settings));
  return `gatehouse@${/[a-z]/i.test(hostname) && !hostname.startsWith('[') ? hostname : 'localhost'}`;
}

export interface SendFailure {
  /** In one line, for administrators. */
  sentence: string;
  /** Nothing can be sent now; or the server refuses this mail, for the moment or for good. */
  kind: 'unreachable' | 'refused_now' | 'refused';
}

/** What a failed `send`, or a body that can't be opened, means. */
export function failureOf(error: unknown): SendFailure {
  const message = error instanceof Error ? error.message : String(error);
  const sentence = withMarks(message.replace(/\s+/g, ' ').trim().slice(0, 300));
  if (error instanceof SealBroken) return { sentence, kind: 'refused' };
  const status = property(error, 'responseCode');
  const code = property(error, 'code');
  // A wrong SMTP password is answered by 535, too, but is no verdict on the mail.
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!aboutThisMail || typeof status !== 'number') return { sentence, kind: 'unreachable' };
  return { sentence, kind: status >= 500 ? 'refused' : 'refused_now' };
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
