import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import type { Settings } from '../../domain/settings/current.ts';

type SettingsChange = InputOf<'settings.update'>;

/** Whom people call by every sign-in screen and every mail: whoever sets it could have them call a number of theirs. */
const HELP_DESK = {
  helpDeskPhone: 'Help desk’s phone',
  helpDeskHours: 'Help desk’s hours',
} as const satisfies Partial<Record<keyof SettingsChange, string>>;
const NAMES = Object.keys(HELP_DESK) as (keyof typeof HELP_DESK)[];

/** Whether a change leads people who need help elsewhere. */
export function leadsElsewhere(changed: SettingsChange): boolean {
  return NAMES.some((name) => changed[name] !== undefined);
}

/** Mails administrators and officers where people are led from now on. */
export async function tellOfHelpDesk(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
  { actor, before, changed, now }: { actor: Actor; before: Settings; changed: SettingsChange; now: number },
): Promise<void> {
  if (!leadsElsewhere(changed)) return;
  const lines = NAMES.filter((name) => changed[name] !== undefined).map(
    (name) => `${HELP_DESK[name]}: ${before[name] ?? 'none'} -> ${changed[name] ?? 'none'}`,
  );
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'led_elsewhere',
    at: now,
    params: { by: actor.name, changes: lines.join('\n') },
  });
}
