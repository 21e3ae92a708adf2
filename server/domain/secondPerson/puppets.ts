import type { Reader } from '../../db/connection.ts';
import { linkMakers } from '../sessions/ssoLinkStore.ts';
import { isYoung, YOUNG } from './grants.ts';
import { CONTACT_TAINT } from '../people/rules/contactTaint.ts';
import { youngRoute } from '../mail/mailRoute.ts';
import { contactChangesSince, contactsBegun, grantorsOf, grantsOf } from './store.ts';
import type { RoleGrant } from './store.ts';
import { entrantsOf } from './takers.ts';

interface Moment {
  now: number;
  founded: number;
}

/**
 * A *puppet* is a young account, seen from whoever is behind it, its *maker*: the two may be one person, so that they are never
 * two where two are asked for (S-42). Answers the makers of each verifier. Of one whose role is young: whom it comes from, by
 * however many young roles in between, for whoever makes one puppet can let it make the next. Of every one: its entrants, and
 * theirs. Of one whose link with an identity provider is young: who could have signed in as them by it.
 */
async function makersOf(
  reader: Reader,
  verifiers: readonly string[],
  {
    grants,
    bySession,
    now,
    founded,
  }: Moment & { grants: ReadonlyMap<string, RoleGrant[]>; bySession?: ReadonlySet<string> },
): Promise<Map<string, string[]>> {
  const byLink = verifiers.filter((id) => !bySession?.has(id));
  const linked = await linkMakers(reader, byLink, Math.max(founded, now - YOUNG));
  const entrants = await entrantsOf(reader, verifiers, { now, founded });
  const makers = new Map<string, string[]>();
  for (const verifier of verifiers) {
    const held = grants.get(verifier) ?? [];
    // A manager who confirmed needs no role; that they are the manager is what contact changes tell.
    const young = held.length > 0 && isYoung(held, 'resets.verify', { now, founded, helpDeskDecides: false });
    // SECURITY: by the log, too: whoever gives a role anew is no cover for who gave it before.
    const grantors = young
      ? [
          ...held.flatMap(({ grantedBy }) => grantedBy ?? []),
          ...(await grantorsOf(reader, verifier, now - YOUNG)),
        ]
      : [];
    const behind = await peopleBehind(reader, [...grantors, ...(entrants.get(verifier) ?? [])], {
      now,
      founded,
    });
    makers.set(verifier, [...behind, ...(linked.get(verifier) ?? [])]);
  }
  return makers;
}

/** Whether two people may be one. */
export type MayBeOne = (a: string, b: string) => boolean;

/**
 * Who of these people may be one person with whom, the one judgement wherever two are asked for (S-42): one made the other, or
 * a third made both.
 *
 * @param bySession whose own session tells whether they came by a young link (`byYoungLink`): by password and code they are
 *   themselves, whoever could come by their link
 */
export async function readMayBeOne(
  reader: Reader,
  ids: Iterable<string>,
  moment: Moment,
  bySession?: ReadonlySet<string>,
): Promise<MayBeOne> {
  const people = [...new Set(ids)];
  const makers =
    people.length < 2
      ? new Map<string, string[]>()
      : await makersOf(reader, people, { ...moment, bySession, grants: await grantsOf(reader, people) });
  const behind = (id: string) => [id, ...(makers.get(id) ?? [])];
  return (a, b) => behind(a).some((id) => behind(b).includes(id));
}

/** The same of two. */
export async function mayBeOne(
  reader: Reader,
  pair: readonly [string, string],
  moment: Moment,
): Promise<boolean> {
  return (await readMayBeOne(reader, pair, moment))(...pair);
}

/** Whether somebody may be one person with any of these. */
export async function mayBeOneOf(
  reader: Reader,
  id: string,
  others: ReadonlySet<string>,
  moment: Moment,
): Promise<boolean> {
  const isOne = await readMayBeOne(reader, [id, ...others], moment);
  return [...others].some((other) => isOne(id, other));
}

/** From one to whoever is behind them, as long as they are young themselves: one of old answers for who they appoint. */
async function peopleBehind(
  reader: Reader,
  first: readonly string[],
  { now, founded }: Moment,
): Promise<string[]> {
  const seen = new Set<string>();
  const toFollow = [...first];
  for (let id = toFollow.pop(); id !== undefined; id = toFollow.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const own = (await grantsOf(reader, [id])).get(id) ?? [];
    if (isYoung(own, 'users.manage', { now, founded, helpDeskDecides: false }))
      toFollow.push(...(await grantorsOf(reader, id, now - YOUNG)));
    toFollow.push(...((await entrantsOf(reader, [id], { now, founded })).get(id) ?? []));
  }
  return [...seen];
}

/**
 * Who had a hand in a user's contacts in the last 30 days: whoever set or changed one, or typed those that the account began
 * with, and whoever had made them less than seven days before. By a new address they could have set the password (S-34).
 */
export async function contactSettersOf(reader: Reader, userId: string, moment: Moment): Promise<Set<string>> {
  const changes = await contactChangesSince(reader, userId, moment.now - CONTACT_TAINT);
  const changers = await handsIn(reader, changes, moment.founded);
  return new Set([...changers, ...(await contactTypistsOf(reader, userId, moment))]);
}

/**
 * The same of those that the account began with, less than 30 days ago: a call to a number, or a word of a manager, that they
 * typed is theirs as much as the caller's. Nobody where the file was confirmed as the HR system's, or the operator made it.
 */
export async function contactTypistsOf(
  reader: Reader,
  userId: string,
  { now, founded }: Moment,
): Promise<Set<string>> {
  return handsIn(reader, await contactsBegun(reader, userId, now - CONTACT_TAINT), founded);
}

/** The same of a change of the way of mails in the last 7 days: by it they could read what is meant for others. */
export async function routeChangers(reader: Reader, { now, founded }: Moment): Promise<Set<string>> {
  return handsIn(reader, (await youngRoute(reader, now))?.changes ?? [], founded);
}

/**
 * Who had a hand in acts: whoever did them, and whoever was behind those then (`makersOf`).
 *
 * @param changes each with when it was, UTC ms
 */
export async function handsIn(
  reader: Reader,
  changes: readonly { by_id: string | null; at: number }[],
  founded: number,
): Promise<Set<string>> {
  const hands = new Set<string>();
  for (const { by_id, at } of changes) {
    if (by_id === null) continue;
    hands.add(by_id);
    const grants = await grantsOf(reader, [by_id]);
    const makers = await makersOf(reader, [by_id], { grants, now: at, founded });
    // Whose role was taken again since shows only in the log who gave it.
    const bygone = grants.get(by_id)?.length === 0 ? await grantorsOf(reader, by_id, at - YOUNG) : [];
    for (const id of [...(makers.get(by_id) ?? []), ...bygone]) hands.add(id);
  }
  return hands;
}
