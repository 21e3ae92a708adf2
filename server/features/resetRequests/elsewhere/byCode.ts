import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { requestOfCode, spendActivationCode } from '../../../domain/authenticators/activationStore.ts';
import { wrongActivationCode } from '../../../domain/authenticators/checkActivation.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { userById } from '../../../domain/people/store.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { isFrozen } from '../../../domain/settings/freezeStore.ts';
import { frozenRefusal } from '../../../domain/settings/frozen.ts';
import { openableOf } from './heldStore.ts';

/**
 * Refuses with `frozen`, and with `check_not_possible` where an activation code would open nothing, or is needed for the setup
 * here, which opens what is held elsewhere, too. The freezes are locked by the caller.
 */
export async function requireHeld(tx: Tx, { userId }: { userId: string }): Promise<void> {
  for (const name of ['resets', 'setups'] as const) if (await isFrozen(tx, name)) throw frozenRefusal(name);
  const user = await userById(tx, userId);
  if (user?.setup_due === 1 && user.mfa_state === 'off') {
    const { organisation } = await readSettings(tx);
    throw refuse('check_not_possible', {
      detail: sentence('answers/signIn', 'setUpHereFirst', { organisation }),
    });
  }
  if ((await openableOf(tx, userId)).length === 0) throw nothingHeld();
}

/**
 * Spends an activation code that was right, and answers the systems that it opens: the worker sees it in the code's row. One that
 * follows another reset, or none, opens nothing and stays good.
 */
export async function openByCode(
  tx: Tx,
  deps: Pick<Deps, 'random' | 'keys' | 'db'>,
  { userId, activationId, now }: { userId: string; activationId: string | null; now: number },
): Promise<string[]> {
  if (activationId === null) throw nothingHeld();
  const requestId = await requestOfCode(tx, activationId);
  const opens = (await openableOf(tx, userId)).filter((one) => one.requestId === requestId);
  if (requestId === null || opens.length === 0) throw nothingHeld();
  if (!(await spendActivationCode(tx, deps.keys, { userId, id: activationId, now })))
    throw wrongActivationCode({ retryAfter: 0 });
  const systems = opens.map(({ system }) => system);
  const person = await auditPerson(tx, userId);
  await appendAudit(tx, deps, {
    at: now,
    action: 'activation_code.given',
    actor: person,
    target: person,
    data: { requestId, systems },
  });
  return systems;
}

function nothingHeld() {
  return refuse('check_not_possible', { detail: sentence('answers/signIn', 'nothingHeld') });
}
