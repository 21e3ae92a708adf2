import type { Exemption, PolicyDocument } from '../../../contract/operations/policy.ts';
import { rfc3339 } from '../../time.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { endingSoon, endOf } from '../../domain/policy/exemptions.ts';
import { userById } from '../../domain/people/store.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { personAskedAt, recordExemptionReminder } from './reminderStore.ts';

type ReminderDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config'>;

/**
 * For a worker: 7 days before an exemption ends its owner is told, once, whichever server does it; where the owner is no
 * longer active staff, the security officers are. Nobody is told where the end changes nothing: the person has MFA, or no
 * rule would ask them.
 */
export function createExemptionReminders(deps: ReminderDeps): { remindDue(now: number): Promise<void> } {
  return {
    async remindDue(now) {
      const { document } = await currentPolicy(deps.db.kysely);
      for (const exemption of endingSoon(document, now)) {
        await deps.db.transaction((tx) => remind(tx, deps, { exemption, document, now }));
      }
    },
  };
}

interface Ending {
  exemption: Exemption;
  document: PolicyDocument;
  now: number;
}

async function remind(tx: Tx, deps: ReminderDeps, { exemption, document, now }: Ending): Promise<void> {
  const { userId, reason, ownerId } = exemption;
  const end = endOf(exemption);
  const person = await personAskedAt(tx, { userId, policy: document, end });
  if (!person) return;
  if (!(await recordExemptionReminder(tx, { userId, end, now }))) return;
  const owner = await userById(tx, ownerId);
  const answers = owner?.status === 'active' && owner.is_staff === 1;
  await mailStaff(tx, deps, {
    to: answers ? [ownerId] : 'officers',
    kind: 'exemption_ends',
    at: now,
    params: {
      person: person.name,
      reason,
      endsAt: rfc3339(end),
      ...(answers ? { owner: owner.name } : { formerOwner: owner?.name }),
    },
  });
}
