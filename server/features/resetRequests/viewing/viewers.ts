import type { OutputOf } from '../../../../contract/operations.ts';
import type { Deps, ViewingNote } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { personOf } from '../../../domain/people/people.ts';
import { peopleById } from '../../../domain/people/store.ts';
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
export function createViewers({ db, events, now: clock }: Pick<Deps, 'db' | 'events' | 'now'>) {
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

  function keep({ requestId, userId, page, left }: ViewingNote, now: number): void {
    const key = `${requestId} ${userId} ${page}`;
    changing(requestId, () => {
      pages.delete(key);
      if (!left) pages.set(key, { requestId, userId, page, until: now + VIEWING_MS });
    });
    if (left) return;
    const own = [...pages].filter(([, other]) => other.userId === userId);
    for (const [oldest, other] of own.slice(0, -MOST_OF_A_PERSON))
      changing(other.requestId, () => pages.delete(oldest));
  }

  // By the clock of this server: others' may differ.
  events.onShared((note) => keep(note, clock()));

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

    /** Each person once a request; who was suspended meanwhile has nothing open. */
    async list(now: number): Promise<OutputOf<'viewers.list'>> {
      const standing = [...pages.values()].filter(({ until }) => until > now);
      const people = await activePeople(db.kysely, [...new Set(standing.map(({ userId }) => userId))]);
      const seen = new Map(standing.map((page) => [`${page.requestId} ${page.userId}`, page]));
      return {
        items: [...seen.values()].flatMap(({ requestId, userId }) => {
          const person = people.get(userId);
          return person ? [{ requestId, person }] : [];
        }),
      };
    },

    /** Ends pages that no longer say that they stand; for a worker of each server. */
    endSilent(now: number): void {
      for (const [key, { requestId, until }] of pages)
        if (until <= now) changing(requestId, () => pages.delete(key));
    },
  };
}

async function activePeople(reader: Reader, ids: readonly string[]) {
  const active = (await peopleById(reader, ids)).filter(({ status }) => status === 'active');
  return new Map(active.map((row) => [row.id, personOf(row)]));
}
