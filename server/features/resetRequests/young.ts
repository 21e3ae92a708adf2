import type { Reader } from '../../db/connection.ts';
import { readMoment } from './assess.ts';
import { grantsOf, isYoung } from './facts.ts';

/** Of these people, those who may decide by no role that is seven days old: no *second person* (S-42). */
export async function youngDeciders(
  reader: Reader,
  userIds: readonly string[],
  now: number,
): Promise<string[]> {
  const { founded, policy } = await readMoment(reader, now);
  const { helpDeskDecides } = policy;
  const grants = await grantsOf(reader, userIds);
  return userIds.filter((id) =>
    isYoung(grants.get(id) ?? [], 'resets.decide', { now, founded, helpDeskDecides }),
  );
}
