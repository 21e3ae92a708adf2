import type { OutputOf } from '../../../../contract/operations.ts';
import type { Deps, ViewingNote } from '../../../context.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader } from '../../../db/connection.ts';
import type { LiveEvent } from '../../../../contract/events.ts';
import { permissionsOf } from '../../../../contract/permissions.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { personOf } from '../../../domain/people/people.ts';
import { rolesOfMany } from '../../../domain/people/roleStore.ts';
import { peopleById } from '../../../domain/people/store.ts';
import { liveSessions } from '../../../domain/sessions/store.ts';
import { noSuchRequest } from '../assessing/refuse.ts';
import { requestById } from '../store.ts';

/** A page says every 20 seconds that it stands; one that was closed or lost its line ends by itself. */
export const VIEWING_MS = 50_000;
/** Pages of one person that are kept; of more the oldest end. */
const MOST_OF_A_PERSON = 24;

type Viewing = Omit<ViewingNote, 'left'>;
interface Page extends Viewing {
  until: number;
}

export type Viewers = ReturnType<typeof createViewers>;

/**
 * Who has which request open. Looking isn't acting: it is kept in memory, told to the other servers in passing, and written
 * nowhere (docs/decisions/0070-looking-is-not-acting.md). Every `now` is UTC ms.
 */
export function createViewers({
  db,
  events,
  keys,
  log,
  now: clock,
}: Pick<Deps, 'db' | 'events' | 'keys' | 'log' | 'now'>) {
  /** By page, in the order in which they last said that they stand. */
  const pages = new Map<string, Page>();

  /** Whether somebody came to a request or went: another page of somebody who is there is neither. */
  function changing(requestId: string, change: () => void): void {
    const before = namesOn(requestId);
    change();
    if (namesOn(requestId) !== before) events.publish({ kind: 'viewers', id: requestId }, 'here');
  }

  const namesOn = (requestId: string): string => {
    const here = [...pages.values()].filter((page) => page.requestId === requestId);
    return [...new Set(here.map(({ userId }) => userId))].toSorted().join();
  };

  function keep({ left, ...viewing }: ViewingNote, now: number): void {
    const { requestId, userId, page } = viewing;
    const key = `${requestId} ${userId} ${page}`;
    changing(requestId, () => {
      pages.delete(key);
      if (!left) pages.set(key, { ...viewing, until: now + VIEWING_MS });
    });
    if (left) return;
    const own = [...pages].filter(([, other]) => other.userId === userId);
    for (const [oldest, other] of own.slice(0, -MOST_OF_A_PERSON))
      changing(other.requestId, () => pages.delete(oldest));
  }

  /** Ends the pages of whoever signed out meanwhile, was suspended or may no longer see requests. */
  async function endGone(now: number): Promise<void> {
    const before = [...pages];
    const here = await stillHere(
      keys,
      db.kysely,
      before.map(([, page]) => page),
      now,
    );
    // One that said meanwhile that it stands is looked at next time.
    for (const [key, page] of before)
      if (!here.has(page) && pages.get(key) === page) changing(page.requestId, () => pages.delete(key));
  }

  const mayBeGone = ({ kind, id }: LiveEvent) =>
    (kind === 'me' || kind === 'users') &&
    [...pages.values()].some(({ userId }) => id === undefined || id === userId);

  // By the clock of this server: others' may differ.
  events.onShared((note) => keep(note, clock()));
  // The list leaves them out by itself; those who have it on screen are told.
  events.subscribe((event) => {
    if (!mayBeGone(event)) return;
    endGone(clock()).catch((error: unknown) =>
      log.warn({ err: error }, 'who has requests open is not known'),
    );
  });

  return {
    /** Refuses with `not_found`. */
    async stay(viewing: Viewing, now: number): Promise<void> {
      if (!(await requestById(db.kysely, viewing.requestId))) throw noSuchRequest();
      const note = { ...viewing, left: false };
      keep(note, now);
      events.share(note);
    },

    leave(viewing: Viewing, now: number): void {
      const note = { ...viewing, left: true };
      keep(note, now);
      events.share(note);
    },

    /** Each person once a request. */
    async list(now: number): Promise<OutputOf<'viewers.list'>> {
      const standing = [...pages.values()].filter(({ until }) => until > now);
      const here = await stillHere(keys, db.kysely, standing, now);
      const seen = new Map(
        [...here].map(([{ requestId }, person]) => [`${requestId} ${person.id}`, { requestId, person }]),
      );
      return { items: [...seen.values()] };
    },

    /** Ends pages that no longer say that they stand, or whose session is over; for a worker of each server. */
    async endSilent(now: number): Promise<void> {
      for (const [key, { requestId, until }] of pages)
        if (until <= now) changing(requestId, () => pages.delete(key));
      await endGone(now);
    },
  };
}

/**
 * Which of these pages somebody sees who may: their session stands, and so do they and their role. A page says that it goes
 * where it can, but not where the session went first, and a server of before this shares no session.
 */
async function stillHere(
  keys: Keyring,
  reader: Reader,
  pages: readonly Page[],
  now: number,
): Promise<ReadonlyMap<Page, Person>> {
  if (pages.length === 0) return new Map();
  const ids = [...new Set(pages.map(({ userId }) => userId))];
  const [sessions, people, roles] = await Promise.all([
    liveSessions(reader, [...new Set(pages.map(({ sessionId }) => sessionId))], now),
    peopleById(reader, ids),
    rolesOfMany(reader, keys, ids),
  ]);
  const may = people.filter(
    ({ id, status }) => status === 'active' && permissionsOf(roles.get(id) ?? [], false).has('resets.read'),
  );
  const known = new Map(may.map((person) => [person.id, personOf(person)]));
  return new Map(
    pages.flatMap((page) => {
      const person = sessions.has(page.sessionId) ? known.get(page.userId) : undefined;
      return person ? [[page, person] as const] : [];
    }),
  );
}
