import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { JobStopped } from '../../domain/jobs/kind.ts';
import type { JobInput, JobKind, Outcome } from '../../domain/jobs/kind.ts';
import type { User } from '../../domain/people/people.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { exemptionOf } from '../../domain/policy/exemptions.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { savePolicy } from './save.ts';

/** As the policy's schema has it. */
const MOST = 200;

/**
 * Exempts many until a day, or takes that back; a version of policy for the people of each transaction, with what a save by hand
 * asks and mails. Nobody whom policy names as sensitive.
 */
export function exemptJob(deps: Deps): JobKind {
  return {
    name: 'exempt',
    permission: 'policy.write',
    stepUp: true,
    check(_reader, input) {
      const { reason, ownerId, endsAt } = input;
      if (reason === undefined || ownerId === undefined || endsAt === undefined) {
        const detail = sentence('answers/jobs', 'exemptionMissing');
        throw refuse('invalid_input', { detail, fields: { input: detail } });
      }
      return Promise.resolve();
    },
    async judge(reader, slice) {
      const { document } = await currentPolicy(reader);
      const sensitive = await sensitivePeople(reader, deps.keys, slice.users, slice.now);
      let left = MOST - document.exemptions.length;
      const found = new Map<string, Sentence>();
      for (const user of slice.users) {
        const why = slice.before.has(user.id)
          ? whyNotBack(document, user, slice.now)
          : (whyNot(document, user, slice.now) ??
            (sensitive.has(user.id) ? sentence('answers/jobs', 'sensitive') : null) ??
            (left <= 0 ? sentence('answers/jobs', 'exemptionsFull', { most: MOST }) : null));
        if (why) found.set(user.id, why);
        else left -= 1;
      }
      return found;
    },
    async act(tx, slice) {
      const { version, document } = await currentPolicy(tx);
      const ids = new Set(slice.users.map(({ id }) => id));
      const others = document.exemptions.filter(({ userId }) => !ids.has(userId));
      const added = slice.users
        .filter(({ id }) => !slice.before.has(id))
        .map(({ id }) => exemption(id, slice.input));
      const { reason = '' } = slice.input;
      // Confirmed with a code when it was asked for.
      const actor = { ...slice.actor, steppedUpUntil: Infinity };
      const input = { version, reason, exemptions: [...others, ...added] };
      try {
        await savePolicy(tx, deps, { input, actor, now: slice.now });
      } catch (error) {
        const why = error instanceof Refusal ? error.options.detail : undefined;
        throw why === undefined ? error : new JobStopped(why as Sentence);
      }
      return new Map(slice.users.map(({ id }): [string, Outcome] => [id, { done: true, was: null }]));
    },
    undo: { kind: 'exempt' },
  };
}

const exemption = (userId: string, { reason = '', ownerId = '', endsAt = '' }: JobInput) => ({
  userId,
  reason,
  ownerId,
  endsAt,
});

function whyNot(policy: PolicyDocument, user: User, now: number): Sentence | null {
  if (user.is_staff === 1) return sentence('answers/jobs', 'staff');
  if (user.status !== 'active') return sentence('answers/jobs', 'isSuspended');
  if (user.external === 1) return sentence('answers/jobs', 'external');
  return exemptionOf(policy, user.id, now) ? sentence('answers/jobs', 'exemptAlready') : null;
}

const whyNotBack = (policy: PolicyDocument, { id }: User, now: number): Sentence | null =>
  exemptionOf(policy, id, now) ? null : sentence('answers/jobs', 'notExempt');
