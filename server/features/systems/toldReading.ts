import type { PeopleCounts, PeopleReading } from '../../../contract/operations/peopleReadingSchemas.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Voice } from '../../../contract/words/write.ts';
import { personOf } from '../../domain/people/people.ts';
import type { StoredReading } from '../../domain/systems/peopleReadingStore.ts';
import type { GonePerson } from '../../domain/systems/systemPeopleStore.ts';
import { DAY, rfc3339, rfc3339OrNull } from '../../time.ts';

/** What a reading left behind, as the feature that reads keeps it. */
interface Outcome {
  counts: PeopleCounts;
  leftOut: { account: string; name: string | null; userId: string | null; says: Sentence[] }[];
}

/** How people are read from a system, as the console shows it; null where they aren't. */
export function toldReading(
  { write }: Voice,
  reading: StoredReading | undefined,
  { gone, sensitive }: { gone: readonly GonePerson[]; sensitive: ReadonlySet<string> },
): PeopleReading | null {
  if (!reading) return null;
  const outcome = reading.outcome === null ? null : (JSON.parse(reading.outcome) as Outcome);
  const { sentence: problem } = reading;
  return {
    every: reading.every,
    graceDays: reading.grace_days,
    since: rfc3339(reading.since),
    nextAt: rfc3339(reading.next_at),
    underWay: reading.began_at !== null,
    readAt: rfc3339OrNull(reading.read_at),
    counts: outcome && outcome.counts,
    leftOut: (outcome?.leftOut ?? []).map(({ says, ...one }) => ({
      ...one,
      what: 'left_out',
      says: says.map(write).join(' '),
    })),
    gone: gone.map(({ user, since }) => {
      // Those whom an administrator suspends, if anybody.
      const isByHand = user.is_staff === 1 || sensitive.has(user.id) || user.status === 'suspended';
      return {
        person: personOf(user),
        since: rfc3339(since),
        suspendsAt: isByHand ? null : rfc3339(since + reading.grace_days * DAY),
        suspended: user.status === 'suspended',
      };
    }),
    problem: problem === null ? null : write(JSON.parse(problem) as Sentence),
  };
}
