import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { requireStepUp } from '../../stepUp.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { makeAllDue } from '../../domain/mail/store.ts';
import { noteRoute } from '../../domain/mail/mailRoute.ts';
import { readSettings } from '../../domain/settings/current.ts';
import type { Settings, SmtpSettings } from '../../domain/settings/current.ts';
import { effectiveSettings, fixedSettings, refuseFixed } from '../../domain/settings/effective.ts';
import { alteredSettings, isWayAsWritten } from '../../domain/settings/macs.ts';
import { leadsElsewhere, tellOfHelpDesk } from './tellOfHelpDesk.ts';
import { tellOfRoute, turnsRoute } from './tellOfRoute.ts';
import { refuseUnusable } from './usable.ts';
import { sealSmtpPassword } from '../../domain/settings/smtpPassword.ts';
import { renameOrganisation, storeSetting } from '../../domain/settings/store.ts';

export type SettingsChange = InputOf<'settings.update'>;

/**
 * Changes what is different from what holds now, and binds what is the same but was written by no server with the key, with its audit
 * event. Answers whether anything was.
 */
export async function updateSettings(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
  { actor, change, now }: { actor: Actor; change: SettingsChange; now: number },
): Promise<boolean> {
  const stored = await readSettings(tx);
  const altered = alteredSettings(deps.keys, stored.stored ?? []);
  const fixed = fixedSettings(deps.config);
  const isWayAltered = !isWayAsWritten(deps, stored.stored ?? []);
  const unbound = altered.filter((name) => !fixed.some((one) => one === name));
  const changed = differences(effectiveSettings(deps.config, stored), change, unbound);
  const names = Object.keys(changed) as (keyof SettingsChange)[];
  if (names.length === 0) return false;
  if (turnsRoute(changed) || leadsElsewhere(changed)) requireStepUp(actor, now);
  refuseFixed(deps.config, names);
  refuseUnusable({ ...stored, smtpPassword: null, ...changed });
  // What an organisation had before its first change is on record, too. SECURITY: but whoever says that an altered way is right is behind
  // it.
  const isConfirmed = isWayAltered && turnsRoute(changed);
  if (!isConfirmed) await noteRoute(tx, deps, { by: null, now });
  await tellOfRoute(tx, deps, { actor, before: stored, changed, now });
  await tellOfHelpDesk(tx, deps, { actor, before: stored, changed, now });

  const { organisation, smtpPassword: _sealed, ...plain } = changed;
  if (organisation !== undefined) await renameOrganisation(tx, organisation);
  for (const [name, value] of Object.entries(plain)) await storeSetting(tx, deps.keys, { name, value, now });
  // What the mail server before refused, the one of now may take.
  if (turnsRoute(changed)) await makeAllDue(tx, now);
  const password = nextPassword(deps, { stored, isSmtpAltered: unbound.includes('smtp') }, changed);
  if (password !== undefined)
    await storeSetting(tx, deps.keys, { name: 'sealedSmtpPassword', value: password, now });
  await noteRoute(tx, deps, { by: actor.userId, isConfirmed, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'settings.changed',
    actor: { id: actor.userId, name: actor.name },
    target: null,
    data: { changes: names.map((name) => described(name, stored, changed)) },
  });
  return true;
}

function differences(current: Settings, change: SettingsChange, unbound: readonly string[]): SettingsChange {
  const entries = Object.entries(change).filter(
    ([name, value]) =>
      value !== undefined &&
      (unbound.includes(name) ||
        JSON.stringify(value) !== JSON.stringify(Reflect.get(current, name) as unknown)),
  );
  return Object.fromEntries(entries);
}

/**
 * The sealed password to store, null to forget it, undefined to leave it. SECURITY: a password that was given for one
 * server is not sent to another one, nor to whatever else listens on that machine. For which one is not known where somebody wrote to the
 * database.
 */
function nextPassword(
  deps: Pick<Deps, 'keys' | 'random'>,
  { stored, isSmtpAltered }: { stored: Settings; isSmtpAltered: boolean },
  { smtp, smtpPassword }: SettingsChange,
): string | null | undefined {
  if (smtpPassword === null || smtp === null) return null;
  if (smtpPassword !== undefined) return sealSmtpPassword(deps, smtpPassword);
  if (smtp === undefined) return undefined;
  return isSmtpAltered || readerOf(smtp) !== readerOf(stored.smtp) ? null : undefined;
}

/** Who is told the secret. */
const readerOf = (smtp: SmtpSettings | null) =>
  JSON.stringify([smtp?.host, smtp?.port, smtp?.oauth?.tokenUrl]);

function described(name: keyof SettingsChange, stored: Settings, changed: SettingsChange): object {
  // SECURITY: never the password itself (S-52).
  if (name === 'smtpPassword') return { name, to: changed.smtpPassword === null ? 'none' : 'another one' };
  return { name, from: stored[name], to: changed[name] };
}
