import { sentence } from '../../../contract/words/sentence.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import type { Settings } from '../../domain/settings/current.ts';

type SettingsChange = InputOf<'settings.update'>;

/** Whom people call by every sign-in screen and every mail: whoever sets it could have them call a number of theirs. */
const NAMES = ['helpDeskPhone', 'helpDeskHours'] as const satisfies (keyof SettingsChange)[];

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
  const none = sentence('mail', 'none');
  const changes = NAMES.filter((name) => changed[name] !== undefined).map((name) =>
    sentence('mail', name, { from: before[name] ?? none, to: changed[name] ?? none }),
  );
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'led_elsewhere',
    at: now,
    params: { by: actor.name, changes },
  });
}
