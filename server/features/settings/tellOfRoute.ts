import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import type { Settings, SmtpSettings } from '../../domain/settings/current.ts';

type SettingsChange = InputOf<'settings.update'>;

/** Mail goes by these, and links lead by them: whoever turns them reads every code (product: People). */
const ROUTE = ['publicUrl', 'mailFrom', 'smtp', 'smtpPassword'] as const satisfies (keyof SettingsChange)[];

/** Whether a change turns where mails go or links lead. */
export function turnsRoute(changed: SettingsChange): boolean {
  return ROUTE.some((name) => changed[name] !== undefined);
}

/**
 * Mails administrators and officers what is about to be turned. Before it is stored: links lead where they led until now.
 * SECURITY: sent by the mail server as it was, because the new one may be that of whoever turned it.
 */
export async function tellOfRoute(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  { actor, before, changed, now }: { actor: Actor; before: Settings; changed: SettingsChange; now: number },
): Promise<void> {
  if (!turnsRoute(changed)) return;
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'mail_route_changed',
    at: now,
    params: { by: actor.name, changes: routeChanges(before, changed).join('\n') },
    sentBy: before,
  });
}

/**
 * The same of a way that a server found changed as it started: by its environment, or in the database past the console. The
 * way before is not known any more, so that it goes by this one.
 */
export async function tellOfFoundRoute(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  { found, now }: { found: Settings; now: number },
): Promise<void> {
  const { smtp, mailFrom, publicUrl } = found;
  const changes = [
    `Mail server now: ${server(smtp)}`,
    `Sender of mails now: ${mailFrom ?? 'none'}`,
    `Public address now: ${publicUrl ?? 'none'}`,
  ];
  await appendAudit(tx, deps, {
    at: now,
    action: 'mail_route.changed',
    actor: null,
    target: null,
    data: { changes },
  });
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'mail_route_changed',
    at: now,
    params: { by: 'Whoever has the machine of the server', changes: changes.join('\n') },
  });
}

/** A line for each. SECURITY: of a password only that there is another one (S-52). */
function routeChanges(
  before: Settings,
  { smtp, smtpPassword, mailFrom, publicUrl }: SettingsChange,
): string[] {
  const lines = [];
  if (smtp !== undefined) lines.push(`Mail server: ${server(before.smtp)} -> ${server(smtp)}`);
  if (smtpPassword !== undefined)
    lines.push(`Password at the mail server: ${smtpPassword === null ? 'none' : 'another one'}`);
  if (mailFrom !== undefined)
    lines.push(`Sender of mails: ${before.mailFrom ?? 'none'} -> ${mailFrom ?? 'none'}`);
  if (publicUrl !== undefined)
    lines.push(`Public address: ${before.publicUrl ?? 'none'} -> ${publicUrl ?? 'none'}`);
  return lines;
}

const SECURED = { tls: 'TLS', starttls: 'STARTTLS', none: 'not encrypted' } as const;

function server(smtp: SmtpSettings | null): string {
  if (smtp === null) return 'none';
  const { host, port, secure, username } = smtp;
  return `${host}:${port} (${SECURED[secure]}${username === null ? '' : `, as ${username}`})`;
}
