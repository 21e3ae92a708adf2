import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Actor } from '../../context.ts';
import type { Reader } from '../../db/connection.ts';
import { currentPolicy } from '../policy/current.ts';
import { readOrganisation } from '../settings/store.ts';
import { linkOfSession } from '../sessions/ssoLinkStore.ts';
import { YOUNG } from './grants.ts';

/** What an act of a person is told of them; roles and permissions are read again, of this moment. */
export type ActorRef = Pick<Actor, 'userId' | 'name' | 'steppedUpUntil'> & Partial<Pick<Actor, 'sessionId'>>;

/** What the rules about time and people ask of the organisation, read once. */
export interface Moment {
  now: number;
  founded: number;
  policy: PolicyDocument;
}

export async function readMoment(reader: Reader, now: number): Promise<Moment> {
  const { document } = await currentPolicy(reader);
  const organisation = await readOrganisation(reader);
  return { now, founded: organisation?.created_at ?? 0, policy: document };
}

/** SECURITY: whoever made the link, or set up its provider, could be signed in by it. */
export async function byYoungLink(
  reader: Reader,
  { sessionId }: Pick<ActorRef, 'sessionId'>,
  { now, founded }: Pick<Moment, 'now' | 'founded'>,
): Promise<boolean> {
  const link = sessionId === undefined ? null : await linkOfSession(reader, sessionId);
  return link !== null && link.since > Math.max(founded, now - YOUNG);
}
