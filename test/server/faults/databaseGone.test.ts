import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { seal } from '../../../server/crypto/seal.ts';
import { insertMany } from '../../../server/db/insertMany.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { createForwarder } from '../../../server/features/audit/siem/forward.ts';
import { createHttpsDestination } from '../../../server/features/audit/siem/https.ts';
import { trustOf } from '../../../server/features/audit/siem/trust.ts';
import { createAuditWorld } from '../audit/support/world.ts';
import { CA, nameOf, SECRET, startBatches } from '../audit/siem/receivers.ts';
import { organisation, useFolder } from '../backup/support.ts';
import type { Place } from '../backup/support.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { start, withoutProgress } from '../../support/gatehouse.ts';
import { runHere } from '../../support/runHere.ts';
import { createTcpProxy } from '../../support/tcpProxy.ts';
import type { TcpProxy } from '../../support/tcpProxy.ts';

const { path, keyFile } = useFolder();

/** The same database by a way that can be cut. */
async function wayTo(url: string | undefined): Promise<{ url: string; way: TcpProxy }> {
  const through = new URL(url ?? '');
  const way = await createTcpProxy({ host: through.hostname, port: Number(through.port) });
  onTestFinished(() => way.close().catch(() => undefined));
  through.hostname = '127.0.0.1';
  through.port = String(way.port);
  return { url: through.href, way };
}

/** A command that reaches the database by that way. */
function begin(command: string[], { options }: Place, url: string) {
  const child = start([...command, '--database-url', url, '--key-file', options.keyFile]);
  const closed = once(child, 'close');
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    said: () => said,
    isOver: () => child.exitCode !== null,
    async end() {
      await closed;
      return { exitCode: child.exitCode, said: withoutProgress(said) };
    },
  };
}

function putSecrets(place: Place, count: number): Promise<void> {
  return place.within(({ db, keys, random }) =>
    db.transaction(async (tx) => {
      const rows = Array.from({ length: count }, (_, at) => {
        const id = `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
        const sealed = seal(keys, random, { purpose: 'authenticator', userId: id, recordId: id }, 'secret');
        const row = { status: 'pending' as const, last_step: 0, wrong_tries: 0, created_at: 0 };
        return { ...row, id, user_id: id, sealed_secret: sealed };
      });
      await insertMany(tx, 'authenticators', rows);
    }),
  );
}

describe('16.3: PostgreSQL goes away and comes back during what takes long', () => {
  forEachDatabase(
    (open) => {
      it('`keys rotate` says once that it waits, and goes on by itself', async () => {
        const place = await organisation(open, keyFile(1));
        await putSecrets(place, 4000);
        const { url, way } = await wayTo(place.options.databaseUrl);
        const rotation = begin(['keys', 'rotate'], place, url);
        const sealedAnew = () =>
          place.within(async ({ db }) => {
            const anew = db.kysely
              .selectFrom('authenticators')
              .select('id')
              .where('sealed_secret', 'like', 'v1.2.%');
            return (await anew.limit(1).execute()).length;
          });
        await expect.poll(sealedAnew, { timeout: 60_000, interval: 10 }).toBe(1);
        await way.refuse();
        await expect.poll(rotation.said).toContain('The database doesn’t answer.');
        expect(rotation.isOver()).toBe(false);
        await way.listen();
        const { exitCode, said } = await rotation.end();
        expect([exitCode, said.match(/doesn’t answer/g)]).toEqual([0, ['doesn’t answer']]);
        const check = await runHere(['keys', 'check', ...place.args]);
        expect(check.stdout.match(/^Key \d .*seals or binds/gm)).toEqual([expect.stringMatching(/^Key 2 /)]);
        expect((await runHere(['audit', 'verify', ...place.args])).exitCode).toBe(0);
      });

      it('`backup` says in one sentence that there is none, leaves nothing, and is made when it is run again', async () => {
        const place = await organisation(open, keyFile(1));
        const { databaseUrl = '' } = place.options;
        const many = openDatabase({ url: databaseUrl });
        await sql`insert into authenticators (id, user_id, status, sealed_secret, last_step, wrong_tries, created_at)
          select md5(n::text)::uuid::text, md5(n::text)::uuid::text, 'pending', md5(n::text), 0, 0, 0
          from generate_series(1, 60000) n`.execute(many.kysely);
        await many.close();
        const { url, way } = await wayTo(databaseUrl);
        const backup = begin(['backup', path('x.backup')], place, url);
        const isUnderWay = () => readdirSync(path('.')).some((name) => name.startsWith('.x.backup'));
        while (!isUnderWay() && !backup.isOver()) await delay(1);
        await way.refuse();
        const { exitCode, said } = await backup.end();
        expect([exitCode, said.replace(/\(.*\)/, '(…)')]).toEqual([
          1,
          `The database went away while it was copied, so ${path('x.backup')} was not made (…). Once the database answers, run the command again.\n`,
        ]);
        expect([existsSync(path('x.backup')), isUnderWay()]).toEqual([false, false]);
        await way.listen();
        const again = await begin(['backup', path('x.backup')], place, url).end();
        expect([again.exitCode, again.said]).toEqual([0, '']);
        const verified = await runHere(['verify-backup', path('x.backup'), ...place.args.slice(-2)]);
        expect(verified.exitCode).toBe(0);
      });

      it('the SIEM lacks no event, and has those that waited within seconds', async () => {
        const { url = '' } = (await open()).options;
        const { url: through, way } = await wayTo(url);
        const db = openDatabase({ url: through, limits: { patience: 3_000 } });
        onTestFinished(() => db.close());
        const world = await createAuditWorld(() => Promise.resolve(db) as never);
        const batches = await startBatches();
        const to = { url: batches.url, secret: SECRET };
        const destination = createHttpsDestination(to, trustOf({ ca: CA, identity: null }), 2_000);
        const forwarder = createForwarder(world.deps, destination);
        await world.append(3);
        await forwarder.forward();
        await world.append(3);
        await way.refuse();
        for (let round = 0; round < 4; round += 1) {
          world.clock.advance(60_000);
          await expect(forwarder.forward()).rejects.toThrow('The database is unavailable');
        }
        await way.listen();
        world.clock.advance(5_000);
        await forwarder.forward();
        expect(batches.taken().map(nameOf)).toEqual(['1', '2', '3', '4', '5', '6']);
      });
    },
    ['PostgreSQL'],
  );
});
