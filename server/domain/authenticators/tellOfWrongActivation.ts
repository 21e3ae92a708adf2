import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { HOUR } from '../../time.ts';
import { appendAudit } from '../audit/append.ts';
import { mailUser } from '../mail/enqueue.ts';
import { auditPerson } from '../people/auditPerson.ts';
import { noteActivationMail } from '../people/wrongCodeStore.ts';

/**
 * A wrong activation code followed a right password: the log has each, and the person a mail of the first, then at most one
 * an hour.
 *
 * @param triesLeft of the code that is good now; null where there is none
 */
export async function tellOfWrongActivation(
  tx: Tx,
  deps: Pick<Deps, 'random' | 'keys' | 'db' | 'config'>,
  input: { userId: string; triesLeft: number | null; address: string | null; now: number },
): Promise<void> {
  const { userId, triesLeft, address, now } = input;
  const person = await auditPerson(tx, userId);
  await appendAudit(tx, deps, {
    at: now,
    action: 'mfa.wrong_activation_code',
    actor: person,
    target: person,
    tried: 'activation_code',
    data: { triesLeft },
  });
  if (!(await noteActivationMail(tx, userId, { now, notSince: now - HOUR }))) return;
  const params = address === null ? {} : { address };
  await mailUser(tx, deps, { userId, kind: 'wrong_activation_code', at: now, params });
}
