import { sql } from 'kysely';
import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import type { LiveEvent } from '../../../contract/events.ts';
import { createEventBus } from '../../../server/events/bus.ts';
import { forEachDatabase } from '../../support/databases.ts';

forEachDatabase(
  (open) => {
    it('servers on one database tell each other, also after the connection broke', async () => {
      const db = await open();
      const log = pino({ level: 'silent' });
      const make = () => createEventBus({ db, config: { databaseUrl: db.url, listenUrl: null }, log });
      const [here, there] = await Promise.all([make(), make()]);
      onTestFinished(async () => {
        await Promise.all([here.close(), there.close()]);
      });
      const heardHere: LiveEvent[] = [];
      const heardThere: LiveEvent[] = [];
      here.subscribe((event) => heardHere.push(event));
      there.subscribe((event) => heardThere.push(event));

      here.publish({ kind: 'users', id: 'u' });
      here.publish({ kind: 'users', id: 'u' });
      here.publish({ kind: 'outbox' });
      await expect.poll(() => heardThere).toEqual([{ kind: 'users', id: 'u' }, { kind: 'outbox' }]);
      expect(heardHere).toHaveLength(3);

      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'gatehouse events' and datname = current_database()`.execute(db.kysely);
      // Listening again, everybody is told to look at everything.
      await expect.poll(() => heardThere.some(({ kind }) => kind === 'policy')).toBe(true);
      await expect.poll(() => heardHere.some(({ kind }) => kind === 'policy')).toBe(true);
      there.publish({ kind: 'audit', id: 'after' });
      await expect.poll(() => heardHere).toContainEqual({ kind: 'audit', id: 'after' });
    });

    it('10.C6 who tries to listen on a server that takes no writes leaves no connection there', async () => {
      const [db, readOnly] = [await open(), await open()];
      const name = new URL(readOnly.url ?? '').pathname.slice(1);
      await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(db.kysely);
      const config = { databaseUrl: readOnly.url, listenUrl: null };
      const log = pino({ level: 'silent' });
      for (const _ of [1, 2, 3]) {
        await expect(createEventBus({ db: readOnly, config, log })).rejects.toThrow(/takes no writes/);
      }
      const left = sql<{ n: number }>`select count(*) as n from pg_stat_activity where datname = ${name}`;
      await expect.poll(async () => (await left.execute(db.kysely)).rows[0]?.n).toBe(0);
    });

    it('10.C8 where a notification does not come back the operator is told in one line, and how to mend it', async () => {
      const [db, elsewhere] = [await open(), await open()];
      const said: string[] = [];
      const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) });
      // As a pool between does that shares connections: LISTEN is taken, and nothing comes.
      const deaf = await createEventBus({
        db,
        config: { databaseUrl: db.url, listenUrl: elsewhere.url },
        log,
      });
      await deaf.close();
      expect(said).toEqual([expect.stringMatching(/PgBouncer.*--listen-url \(GATEHOUSE_LISTEN_URL\)/)]);
      said.length = 0;
      const direct = await createEventBus({ db, config: { databaseUrl: db.url, listenUrl: db.url }, log });
      await direct.close();
      expect(said).toEqual([]);
    });
  },
  ['PostgreSQL'],
);
