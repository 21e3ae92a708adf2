import { ROLE_PERMISSIONS } from '../../../contract/permissions.ts';
import type { Reader } from '../../db/connection.ts';
import { otherDeciders, SUSPENDED_FOR_IT } from '../secondPerson/deciderStore.ts';
import { YOUNG } from '../secondPerson/grants.ts';
import { byYoungLink, readMoment } from '../secondPerson/moment.ts';
import type { ActorRef } from '../secondPerson/moment.ts';
import { mayBeOne } from '../secondPerson/puppets.ts';
import { firstSetUps, grantsOf } from '../secondPerson/store.ts';
import { youngAmong } from '../secondPerson/takers.ts';
import { hasAnybodyElseComeIn, linkedAmong } from './store.ts';

/** How long what nobody can agree to waits for somebody to withdraw it: as long as a role is young. */
export const ALONE = YOUNG;

/**
 * Whether there is somebody besides `makerId` who could agree to a change of theirs: an administrator or officer of old who can
 * prove it is them. SECURITY: whoever was suspended or lost their role in the last 7 days counts, or they would lose it for this.
 */
export async function hasSecondPerson(reader: Reader, makerId: string, now: number): Promise<boolean> {
  const moment = await readMoment(reader, now);
  const others = await otherDeciders(reader, { but: [makerId], since: now - SUSPENDED_FOR_IT });
  const setUps = await firstSetUps(reader, others);
  const linked = await linkedAmong(reader, others);
  const able = others.filter((id) => setUps.has(id) || linked.has(id));
  const grants = await grantsOf(reader, able);
  const holds = (id: string) =>
    (grants.get(id) ?? []).some(({ role }) => ROLE_PERMISSIONS[role].includes('changes.decide'));
  const young = await youngAmong(reader, grants, 'changes.decide', moment);
  for (const id of able)
    if (!holds(id) || (!young.has(id) && !(await mayBeOne(reader, [id, makerId], moment)))) return true;
  return false;
}

/** Why whoever acts is no second person for a change of `makerId`, as a sentence; null where they are. */
export async function refusalToAgree(
  reader: Reader,
  actor: Pick<ActorRef, 'userId' | 'sessionId'>,
  { makerId, now }: { makerId: string; now: number },
): Promise<string | null> {
  if (actor.userId === makerId) return 'You asked for this change, so somebody else has to agree to it.';
  const moment = await readMoment(reader, now);
  const grants = await grantsOf(reader, [actor.userId]);
  const young = await youngAmong(reader, grants, 'changes.decide', moment);
  if (young.size > 0 || (await byYoungLink(reader, actor, moment)))
    return 'Your role, your account or the link that you signed in by is younger than 7 days, so you do not count as a second person yet. Ask a colleague who has had theirs longer.';
  return (await mayBeOne(reader, [actor.userId, makerId], moment))
    ? 'In the last 7 days one of you gave the other their account, role, link or code, or changed their contacts, so the two of you do not count as two people. Ask another administrator or security officer.'
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
