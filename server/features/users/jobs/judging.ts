import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { JobSlice, Outcome } from '../../../domain/jobs/kind.ts';
import type { User } from '../../../domain/people/people.ts';

type Why = (user: User) => Sentence | null;

/** The first thing that keeps somebody from it, by id. */
export function reasons(users: readonly User[], ...whys: readonly Why[]): Map<string, Sentence> {
  const found = new Map<string, Sentence>();
  for (const user of users) {
    const why = whys.reduce<Sentence | null>((first, next) => first ?? next(user), null);
    if (why) found.set(user.id, why);
  }
  return found;
}

/**
 * SECURITY: what is done for staff is seen by others, one by one: a second person, a mail to all, a code of theirs. A job of
 * many would be the way around it.
 */
export const whyStaff: Why = ({ is_staff }) => (is_staff === 1 ? sentence('answers/jobs', 'staff') : null);

export const whyYourself =
  ({ actor }: Pick<JobSlice, 'actor'>): Why =>
  ({ id }) =>
    id === actor.userId ? sentence('answers/jobs', 'itself') : null;

export const whySuspended: Why = ({ status }) =>
  status === 'active' ? null : sentence('answers/jobs', 'isSuspended');

/** Done for each of them, one after the other. */
export async function forEach(
  { users }: Pick<JobSlice, 'users'>,
  act: (user: User) => Promise<string | null | undefined>,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const user of users) {
    const was = await act(user);
    outcomes.set(user.id, was === undefined ? { done: true } : { done: true, was });
  }
  return outcomes;
}
