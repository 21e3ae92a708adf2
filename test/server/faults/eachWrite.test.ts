import { expect, it } from 'vitest';
import type { Problem } from '../../../contract/errors.ts';
import { OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { breakableDisk } from '../../support/brokenDisk.ts';
import { dumpDatabase } from '../../support/everything.ts';
import { createKnowledge } from '../fuzz/knowledge.ts';
import { prepare } from '../fuzz/prepare.ts';
import { shotOf } from '../fuzz/requests.ts';
import { dealer, mayAsk } from '../fuzz/run.ts';
import { openWorld } from '../fuzz/world.ts';

/** In the long run: `GATEHOUSE_DISK=20000`. */
const REQUESTS = Number(process.env['GATEHOUSE_DISK'] ?? OPERATION_NAMES.length * 4);
const SEED = Number(process.env['GATEHOUSE_FUZZ_SEED'] ?? 1);
const ROUND = 50;
/** That somebody was there: a failure of this alone refuses nobody. */
const TOUCH = 'update "sessions" set "last_seen_at" = ? where "id" = ?';
/** Looks whether anything can be written, answers, and writes. */
const LATER = 'password.forgot';
/** Counted before anything is judged (S-21), and used up before the provider is asked (S-17), whatever becomes of the rest. */
const COUNTED = new Set(['password_throttles', 'sso_flows']);
/** In whichever language somebody chose meanwhile. */
const SENTENCES = [
  'The disk of the database is full, so nothing can be saved.',
  'Der Datenträger der Datenbank ist voll, daher lässt sich nichts speichern.',
];

/** Rows without when a session was last seen. */
const told = (rows: unknown) =>
  JSON.stringify(rows, (key, value: unknown) => (key === 'last_seen_at' ? 0 : value));

it(
  'S-91 a disk that is full from any write of any operation on: 503, one sentence, nothing half done',
  { timeout: 0 },
  async ({ annotate }) => {
    const disk = breakableDisk();
    const db = openDatabase({ memory: true });
    const world = await openWorld(db, SEED);
    const { random, accounts } = world;
    const knowledge = createKnowledge(world);
    const deal = dealer(random);
    /** Mostly of those that change something, by somebody who may. */
    const oneWhoWrites = () => {
      for (;;) {
        const next = deal();
        const isRead = operationOf(next.name).method === 'GET' && random(8) > 0;
        if (mayAsk(next.name, next.kind) && !isRead) return next;
      }
    };
    const faults = new Map<string, string>();
    const refused = new Set<string>();
    for (let at = 0; at < REQUESTS; at += 1) {
      if (at % ROUND === 0) await prepare(world, knowledge, at / ROUND);
      world.advance(100 + random(5000));
      const { name, kind } = oneWhoWrites();
      const account = kind === 'nobody' || kind === 'midway' ? null : accounts[kind];
      const token = account ? await account.token() : null;
      const shot = shotOf({ name, kind, token }, { random, hint: knowledge.hintsFor(name, account) });
      const before = await dumpDatabase(db);
      disk.breakAfter(random(8));
      const answer = await world.app.inject(shot.inject);
      // It is answered before it is done.
      await world.services.passwordLinks.settled();
      const failed = disk.mend();
      const fault = (what: string) =>
        faults.set(
          `${name}: ${what}`,
          `${name} as ${kind}, request ${at}: ${what}; ${failed[0] ?? 'no write failed'}`,
        );
      const after = await dumpDatabase(db);
      if (answer.statusCode >= 500) {
        const { code, detail } = answer.json<Problem>();
        if (
          answer.statusCode !== 503 ||
          code !== 'unavailable' ||
          !SENTENCES.some((said) => detail.startsWith(said))
        )
          fault(`${answer.statusCode} ${code}: ${detail}`);
        if (failed.length === 0 && name !== LATER) fault('refused, and all writes went well');
        refused.add(name);
        for (const [table, rows] of Object.entries(after)) {
          if (!COUNTED.has(table) && told(rows) !== told(before[table])) fault(`changed ${table}`);
        }
      } else if (
        answer.statusCode < 300 &&
        name !== LATER &&
        failed.some((text) => text !== TOUCH && text !== 'begin immediate')
      )
        fault(`answered ${answer.statusCode}`);
      if (answer.statusCode === 200 && String(answer.headers['content-type']).startsWith('application/json'))
        knowledge.learn(name, shot.input, account, answer.json());
    }
    await world.close();
    await db.close();
    await annotate(
      `${REQUESTS} requests, seed ${SEED}: ${refused.size} operations were refused at a write; never: ${OPERATION_NAMES.filter((name) => !refused.has(name)).join(', ')}`,
    );
    expect([...faults.values()].join('\n')).toBe('');
    expect(refused.size).toBeGreaterThan(OPERATION_NAMES.length / 4);
  },
);
