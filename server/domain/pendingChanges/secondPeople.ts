import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { ROLE_PERMISSIONS } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';
import { otherDeciders, putAsideSince, SUSPENDED_FOR_IT } from '../secondPerson/deciderStore.ts';
import { YOUNG } from '../secondPerson/grants.ts';
import { byYoungLink, readMoment } from '../secondPerson/moment.ts';
import type { ActorRef } from '../secondPerson/moment.ts';
import { mayBeOne } from '../secondPerson/puppets.ts';
import { firstSetUps, grantsOf } from '../secondPerson/store.ts';
import { youngAmong } from '../secondPerson/takers.ts';
import { everLinkedAmong, hasAnybodyElseComeIn } from './store.ts';

/** How long what nobody can agree to waits for somebody to withdraw it: as long as a role is young. */
export const ALONE = YOUNG;

/**
 * Whether there is somebody besides `makerId` who could agree to a change of theirs, now or in a few days: an administrator or
 * officer of old who has ever been able to prove it is them. SECURITY: nothing that `makerId` can do to them makes them nobody.
 * Whoever was suspended or lost their role in the last 7 days counts, also where they are back, young; who had a contact changed
 * or a link taken counts, although for 7 days they may not agree.
 */
export async function hasSecondPerson(reader: Reader, makerId: string, now: number): Promise<boolean> {
  const moment = await readMoment(reader, now);
  const since = now - SUSPENDED_FOR_IT;
  const others = await otherDeciders(reader, { but: [makerId], since });
  const setUps = await firstSetUps(reader, others);
  const linked = await everLinkedAmong(reader, others);
  const able = others.filter((id) => setUps.has(id) || linked.has(id));
  const grants = await grantsOf(reader, able);
  const young = await youngAmong(reader, grants, 'changes.decide', moment);
  const putAside = await putAsideSince(reader, able, since);
  return able.some((id) => !young.has(id) || putAside.has(id));
}

/** Why whoever acts is no second person for a change of `makerId`, null where they are. */
export async function refusalToAgree(
  reader: Reader,
  actor: Pick<ActorRef, 'userId' | 'sessionId'>,
  { makerId, now }: { makerId: string; now: number },
): Promise<Sentence | null> {
  if (actor.userId === makerId) return sentence('answers/settings', 'ownChange');
  const moment = await readMoment(reader, now);
  const grants = await grantsOf(reader, [actor.userId]);
  const young = await youngAmong(reader, grants, 'changes.decide', moment);
  if (young.size > 0 || (await byYoungLink(reader, actor, moment)))
    return sentence('answers/settings', 'tooYoungToAgree');
  return (await mayBeOne(reader, [actor.userId, makerId], moment))
    ? sentence('answers/settings', 'onePersonOfTwo')
    : null;
}

/**
 * Whether the organisation is so new that there is nobody to break into: in its first 7 days, for whoever made it, until
 * somebody else has a password, MFA or a sign-in here.
 */
export async function isNobodyHereYet(reader: Reader, makerId: string, now: number): Promise<boolean> {
  const { founded } = await readMoment(reader, now);
  if (now >= founded + ALONE) return false;
  const grants = (await grantsOf(reader, [makerId])).get(makerId) ?? [];
  const made = grants.some(
    ({ role, grantedAt }) => grantedAt <= founded && ROLE_PERMISSIONS[role].includes('changes.decide'),
  );
  return made && !(await hasAnybodyElseComeIn(reader, makerId));
}
