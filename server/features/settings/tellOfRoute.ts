import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import type { Settings, SmtpSettings } from '../../domain/settings/current.ts';

type SettingsChange = InputOf<'settings.update'>;

/** Mail goes by these, and links lead by them: whoever turns them reads every code (product: People). */
const ROUTE = ['publicUrl', 'mailFrom', 'smtp', 'smtpPassword'] as const satisfies (keyof SettingsChange)[];

const NONE = sentence('mail', 'none');

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
    params: { by: actor.name, changes: routeChanges(before, changed) },
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
    sentence('mail', 'mailServerNow', { to: server(smtp) }),
    sentence('mail', 'senderNow', { to: mailFrom ?? NONE }),
    sentence('mail', 'publicUrlNow', { to: publicUrl ?? NONE }),
  ];
  await appendAudit(tx, deps, {
    at: now,
    action: 'mail_route.changed',
    actor: null,
    target: null,
    data: {
      changes: [
        { name: 'smtp', to: smtp },
        { name: 'mailFrom', to: mailFrom },
        { name: 'publicUrl', to: publicUrl },
      ],
    },
  });
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'mail_route_changed',
    at: now,
    params: { by: sentence('mail', 'machineHolder'), changes },
  });
}

/** A line for each. SECURITY: of a password only that there is another one (S-52). */
function routeChanges(
  before: Settings,
  { smtp, smtpPassword, mailFrom, publicUrl }: SettingsChange,
): Sentence[] {
  const lines: Sentence[] = [];
  if (smtp !== undefined) {
    lines.push(sentence('mail', 'mailServer', { from: server(before.smtp), to: server(smtp) }));
  }
  if (smtpPassword !== undefined) {
    lines.push(sentence('mail', 'mailPassword', { to: smtpPassword === null ? 'none' : 'other' }));
  }
  if (mailFrom !== undefined) {
    lines.push(sentence('mail', 'sender', { from: before.mailFrom ?? NONE, to: mailFrom ?? NONE }));
  }
  if (publicUrl !== undefined) {
    lines.push(sentence('mail', 'publicUrl', { from: before.publicUrl ?? NONE, to: publicUrl ?? NONE }));
  }
  return lines;
}

function server(smtp: SmtpSettings | null): Sentence {
  if (smtp === null) return NONE;
  const { host, port, secure, username, oauth } = smtp;
  const parts = { address: `${host}:${port}`, secure: secure === 'none' ? 'other' : secure } as const;
  if (username !== null && oauth) {
    return sentence('mail', 'serverByToken', { ...parts, username, service: new URL(oauth.tokenUrl).host });
  }
  return username === null
    ? sentence('mail', 'server', parts)
    : sentence('mail', 'serverAs', { ...parts, username });
}
