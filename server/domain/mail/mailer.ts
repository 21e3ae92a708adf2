import type { Transporter } from 'nodemailer';
import { withMarks } from '../../../contract/text.ts';
import type { Deps } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { readSettings } from '../settings/current.ts';
import type { Settings, SmtpOauth } from '../settings/current.ts';
import { publicUrlOf } from '../settings/effective.ts';
import { isWayAsWritten } from '../settings/macs.ts';
import { openSmtpPassword } from '../settings/smtpPassword.ts';
import { forgetTokens, mailToken } from './oauth.ts';

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
  'organisation' | 'publicUrl' | 'mailFrom' | 'smtp' | 'sealedSmtpPassword' | 'stored'
>;

export interface Mailer {
  /** Resolves with the mail server's answer once it has accepted the mail. Throws what `failureOf` explains. */
  send(mail: OutgoingMail): Promise<string>;
  /** Greets the mail server and signs in there, and sends nothing. Throws what it says. */
  check(): Promise<void>;
}

type MailerDeps = Pick<Deps, 'keys' | 'config' | 'now'>;

/** Longest wait for a mail server to take one mail; shorter than a lease (deliveryStore.ts). */
const SEND_DEADLINE_MS = 120_000;

/** Whether there is a mail server to send by. */
export function mailConfigured(config: Deps['config'], settings: Pick<Settings, 'smtp'>): boolean {
  return config.smtpUrl !== null || settings.smtp !== null;
}

/** The mail server by the environment, else by the settings as they are; null where there is none. */
export async function readMailer(reader: Reader, deps: MailerDeps): Promise<Mailer | null> {
  return mailerBy(deps, await readSettings(reader));
}

/** Kept of a mail in place of what a mail server said. */
export const WAY_ALTERED = 'gatehouse:mail_route_altered';

const refuseAltered = () => Promise.reject(new Error(WAY_ALTERED));

/** SECURITY: whoever wrote the settings past this server gets no mail, and not the password of the mail server either (S-120). */
const ALTERED: Mailer = { send: refuseAltered, check: refuseAltered };

/** The same by settings that are handed in. */
export function mailerBy(deps: MailerDeps, settings: RouteSettings): Mailer | null {
  if (!mailConfigured(deps.config, settings)) return null;
  if (!isWayAsWritten(deps, settings.stored ?? [])) return ALTERED;
  const address = senderOf(deps.config, settings);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const { dkim } = deps.config;
  const options = {
    ...serverOptions(deps, settings),
    ...(dkim && { dkim: { domainName: domain, keySelector: dkim.selector, privateKey: dkim.key } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    // SECURITY: a mail is text that we made, and never names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  let connecting: Promise<Transporter> | undefined;
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
      const sending = transport.sendMail({
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
      const { response } = await sending.catch((error: unknown) => {
        if (error instanceof Error && Reflect.get(error, 'code') === 'EAUTH') forgetTokens(deps.config);
        throw error;
      });
      return withMarks(response ?? '');
    },
  };
}

function serverOptions({ config, keys, now }: MailerDeps, settings: RouteSettings): object {
  if (config.smtpUrl !== null) return { url: config.smtpUrl };
  if (settings.smtp === null) return {};
  const { host, port, secure, username, oauth } = settings.smtp;
  const pass = openSmtpPassword(keys, settings);
  const byToken = (source: SmtpOauth, user: string) => ({
    type: 'OAuth2',
    user,
    provisionCallback(_user: string, renew: boolean, done: (error: Error | null, token?: string) => void) {
      if (renew) forgetTokens(config);
      mailToken(config, { oauth: source, username: user, secret: pass ?? '' }, now()).then(
        (token) => done(null, token),
        done,
      );
    },
  });
  return {
    host,
    port,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    ...(username === null
      ? {}
      : { auth: oauth ? byToken(oauth, username) : { user: username, pass: pass ?? '' } }),
  };
}

function senderOf(config: MailerDeps['config'], settings: RouteSettings): string {
  const named = config.mailFrom ?? settings.mailFrom;
  if (named !== null) return named;
  const { hostname } = new URL(publicUrlOf(config, settings));
  return `gatehouse@${/[a-z]/i.test(hostname) && !hostname.startsWith('[') ? hostname : 'localhost'}`;
}
