import type { Permission } from '../../../contract/permissions.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Reader } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { byYoungLink, readMoment } from './moment.ts';
import type { ActorRef } from './moment.ts';
import { grantsOf } from './store.ts';
import { youngAmong } from './takers.ts';

/** Of these people, those who may decide by no role that is seven days old: no *second person* (S-42). */
export async function youngDeciders(
  reader: Reader,
  userIds: readonly string[],
  now: number,
): Promise<string[]> {
  const moment = await readMoment(reader, now);
  return [...(await youngAmong(reader, await grantsOf(reader, userIds), 'resets.decide', moment))];
}

/**
 * Refuses with `second_person_required` where whoever acts has `permission` by no role that is seven days old, or was signed
 * in by a link with an identity provider that isn't (S-42). `what` they would do.
 */
export async function requireOld(
  reader: Reader,
  actor: Pick<ActorRef, 'userId' | 'sessionId'>,
  { permission, what, now }: { permission: Permission; what: 'unfreeze' | 'save'; now: number },
): Promise<void> {
  const moment = await readMoment(reader, now);
  const young = await youngAmong(reader, await grantsOf(reader, [actor.userId]), permission, moment);
  if (young.size > 0 || (await byYoungLink(reader, actor, moment)))
    throw refuse('second_person_required', {
      detail: sentence('answers/policy', what === 'unfreeze' ? 'oldHasToUnfreeze' : 'oldHasToSave'),
    });
}
