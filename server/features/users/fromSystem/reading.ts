import { randomUUID } from 'node:crypto';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import { uuidv7 } from '../../../crypto/random.ts';
import { leaveLease, takeLease } from '../../../db/lease.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import type { User } from '../../../domain/people/people.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import { READINGS } from '../../../domain/systems/macs.ts';
import {
  beginReading,
  endReading,
  holdReading,
  readingsDue,
} from '../../../domain/systems/peopleReadingStore.ts';
import type { StoredReading } from '../../../domain/systems/peopleReadingStore.ts';
import { failureSentence } from '../../../domain/systems/readFactors.ts';
import { systemById } from '../../../domain/systems/store.ts';
import type { StoredSystem } from '../../../domain/systems/store.ts';
import { seenIn } from '../../../domain/systems/systemPeopleStore.ts';
import { DAY, HOUR, MINUTE } from '../../../time.ts';
import type { ResetParts } from '../suspend.ts';
import { addAndChange } from './carryOut.ts';
import { readEverybody } from './everybody.ts';
import { compareSeen, noteGone, suspendGone } from './gone.ts';
import { judgeReading, whyNotChanged } from './judge.ts';
import { outcomeOf } from './outcome.ts';
import { ReadingStopped } from './source.ts';
import type { ReadSource } from './source.ts';

/** Everybody together: a thousand pages of a slow system. */
const LONGEST_MS = 10 * MINUTE;
/** Until another server may begin; what is done of a reading then stops by itself. */
const LEASE_MS = 20 * MINUTE;
/** After one that came to no end. */
const AGAIN_MS = 15 * MINUTE;
const PACE = { hour: HOUR, day: DAY };

/** What of other rooms a reading of people needs. */
export interface ReadingParts {
  resets: ResetParts;
  /** Accounts there, by their ids, that resets hold: they aren't closed by anybody there. */
  heldIn(reader: Reader, systemId: string): Promise<ReadonlySet<string>>;
}

export interface PeopleReading {
  /** Reads people from the systems that are due. Any number of servers may do so at once. */
  look(): Promise<void>;
}

/** For a worker: reads, adds, changes, and suspends who is gone (docs/decisions/0102). */
export function createPeopleReading(deps: Deps, { resets, heldIn }: ReadingParts): PeopleReading {
  const { db, now, log, systems, events } = deps;

  async function look(due: StoredReading): Promise<void> {
    const system = await systemById(db.kysely, due.system_id);
    if (!system) return;
    const lease = { name: `people ${system.id}`, holder: randomUUID() };
    if (!(await takeLease(db.kysely, { ...lease, now: now(), forMs: LEASE_MS }))) return;
    const reading = { ...due, began_at: now() };
    try {
      const at = { beganAt: reading.began_at, nextAt: now() + AGAIN_MS };
      if (!(await beginReading(db.kysely, due, at))) return;
      events.publish({ kind: 'organisation' });
      await read(system, reading);
    } catch (error) {
      if (error instanceof ReadingStopped) return;
      const said = failureSentence(error, system);
      log.warn({ system: system.id }, 'people were not read from a system');
      await endReading(db.kysely, reading, { sentence: JSON.stringify(said) });
    } finally {
      await leaveLease(db.kysely, lease);
      events.publish({ kind: 'organisation' });
    }
  }

  function sourceOf(system: StoredSystem, reading: StoredReading): ReadSource {
    return {
      systemId: system.id,
      name: system.name,
      byId: reading.by_id,
      async hold(tx: Tx) {
        if (!(await holdReading(tx, db.dialect, reading))) throw new ReadingStopped();
      },
      async whyNot(tx: Tx, user: User) {
        return whyNotChanged(user, (await sensitivePeople(tx, deps.keys, [user], now())).has(user.id));
      },
    };
  }

  async function read(system: StoredSystem, reading: StoredReading): Promise<void> {
    const { readPeople } = systems.kindOf(system.kind);
    if (!readPeople || !READINGS.isAsWritten(deps.keys, reading)) throw altered(system);
    const access = systems.accessTo(system, { now: now(), signal: AbortSignal.timeout(LONGEST_MS) });
    const { people } = await readEverybody(readPeople, access);
    const held = await heldIn(db.kysely, system.id);
    const judged = await judgeReading(deps, { systemId: system.id, people, now: now() });
    const source = sourceOf(system, reading);
    const importId = uuidv7(now(), deps.random);
    const done = await addAndChange(deps, source, judged, { importId, now: now() });
    const gone = compareSeen(judged.known.seen.values(), people, held);
    const left = await noteGone(deps, source, gone, now());
    const seen = await seenIn(db.kysely, system.id);
    const parts = { source, reading, resets };
    const { suspended, tooMany } = await suspendGone(deps, parts, { seen, away: gone.away, now: now() });
    const counts = { added: done.added, changed: done.changed, gone: left, suspended };
    const outcome = outcomeOf(judged, counts, [...judged.leftOut, ...done.leftOut]);
    await db.transaction(async (tx) => {
      const ended = await endReading(tx, reading, {
        read_at: now(),
        next_at: now() + PACE[reading.every],
        outcome: JSON.stringify(outcome),
        sentence:
          tooMany &&
          JSON.stringify(sentence('answers/systems', 'tooManyGone', { name: system.name, ...tooMany })),
        told_at: tooMany && (reading.told_at ?? now()),
      });
      if (!ended || !tooMany || reading.told_at !== null) return;
      const params = { system: system.name, count: String(tooMany.count), most: String(tooMany.most) };
      const to = 'administrators_and_officers';
      await mailStaff(tx, deps, { to, kind: 'people_gone', at: now(), params });
    });
    if (done.added + done.changed + left + gone.back.length + suspended > 0)
      events.publish({ kind: 'users' });
  }

  return {
    async look() {
      const all = await readingsDue(db.kysely, { now: now(), latest: now() + DAY });
      for (const due of all) await look(due);
    },
  };
}

/** SECURITY: else whoever writes to the database has this server read, and suspend, for them. */
const altered = ({ name }: StoredSystem) =>
  new SystemFailure('altered', sentence('answers/systems', 'readingAltered', { name }));
