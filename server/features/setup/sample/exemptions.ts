import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { DAY, rfc3339 } from '../../../time.ts';
import { ORDINARY } from './plan.ts';
import type { SamplePerson } from './rows.ts';

const STORIES = [
  {
    reason: 'Works in the clean room, where phones stay outside. Gets a tablet for the app.',
    owner: 1,
    days: 5,
  },
  { reason: 'On parental leave, reads the rota only.', owner: 2, days: 74 },
] as const;

/** Who has to wait for a phone. They have not signed in since policy asks everyone: no grace of theirs has begun. */
export function sampleExemptions(people: readonly SamplePerson[], now: number): PolicyDocument['exemptions'] {
  const candidates = people.filter(
    ({ plan }, position) =>
      position >= ORDINARY && plan.mfa === 'off_not_signed_in' && plan.status === 'active',
  );
  return STORIES.flatMap(({ reason, owner, days }, index) => {
    const userId = candidates[index]?.user.id;
    const ownerId = people[owner]?.user.id;
    if (userId === undefined || ownerId === undefined) return [];
    // Midnight, as one chooses a day.
    const endsAt = rfc3339(Math.floor(now / DAY + days + 1) * DAY);
    return { userId, reason, ownerId, endsAt };
  });
}
