import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../server/crypto/fingerprint.ts';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { seal, unseal } from '../../../server/crypto/seal.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { createUser } from '../../../server/domain/people/createUser.ts';
import { START, resealSlice } from '../../../server/domain/keys/sealedStore.ts';
import { startServer } from '../../../server/main.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { start } from '../../support/gatehouse.ts';
import { untilWaiting } from '../../support/lockWaits.ts';
import { runHere } from '../../support/runHere.ts';
import { backedUp, organisation, useFolder } from '../backup/support.ts';
import type { Place } from '../backup/support.ts';
import { keyringOf } from '../crypto/keys.ts';

const { path, keyFile } = useFolder();
const PASSWORD = 'a river of small lanterns';
const ringIn = (file: string) => parseKeyring(readFileSync(file, 'utf8'));

/** Values of authenticators, sealed by the first key, as many as make a rotation take a while. */
function putSecrets(place: Place, count: number): Promise<void> {
  return place.within(({ db, keys, random }) =>
    db.transaction(async (tx) => {
      for (let at = 0; at < count; at += 1) {
        const id = `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
        const context = { purpose: 'authenticator', userId: id, recordId: id };
        await tx
          .insertInto('authenticators')
          .values({
            id,
            user_id: id,
            status: 'pending',
            sealed_secret: seal(keys, random, context, `secret ${at}`),
            last_step: 0,
            wrong_tries: 0,
            created_at: 0,
          })
          .execute();
      }
    }),
  );
}

/** Which versions seal something; every value has to open by the keys in the file and say what it said. */
async function versionsOf(place: Place, file: string): Promise<number[]> {
  const { dataDir, databaseUrl } = place.options;
  const db = openDatabase({ ...(dataDir ? { dataDir } : {}), ...(databaseUrl ? { url: databaseUrl } : {}) });
  try {
    const rows = await db.kysely
      .selectFrom('authenticators')
      .select(['id', 'user_id', 'sealed_secret'])
      .execute();
    const keys = ringIn(file);
    for (const { id, user_id: userId, sealed_secret: sealed } of rows) {
      const said = unseal(keys, { purpose: 'authenticator', userId, recordId: id }, sealed);
      if (id.startsWith('00000000')) expect(said).toBe(`secret ${Number(id.slice(-12))}`);
    }
    return [...new Set(rows.map(({ sealed_secret: sealed }) => Number(sealed.split('.')[1])))].toSorted(
      (a, b) => a - b,
    );
  } finally {
    await db.close();
  }
}

describe('S-80: `gatehouse keys rotate`', () => {
  forEachDatabase((open) => {
    it('while two servers serve: no sign-in, code or enrolment fails, and nothing is left by the old key', async () => {
      const file = keyFile(1);
      const place = await organisation(open, file);
      await putSecrets(place, 300);
      await place.within(async (deps) => {
        const passwordHash = await deps.passwords.hash(PASSWORD);
        await deps.db.transaction(async (tx) => {
          for (let at = 0; at < 200; at += 1)
            await createUser(
              tx,
              deps,
              { username: `p${at}`, name: `P ${at}`, email: `p${at}@example.org`, roles: [], passwordHash },
              { by: null, now: deps.now() },
            );
        });
      });
      await backedUp(place, path('before.backup'));
      const servers = [
        await startServer({ ...place.options, addressLimit: 100_000 }),
        await startServer({ ...place.options, addressLimit: 100_000 }),
      ];
      const failed: string[] = [];
      let asked = 0;
      async function ask(at: number, to: string, body: object, token?: string) {
        asked += 1;
        const address = servers[at % 2]?.address ?? '';
        const answer = await fetch(`${address}/api/v1${to}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify(body),
        });
        const text = await answer.text();
        if (!answer.ok) failed.push(`${to} ${answer.status} ${text}`);
        return JSON.parse(text) as Record<string, string> & { session: { token: string } };
      }
      const rotating = new AbortController();
      // Each by another server than the one before: what one sealed the other opens.
      async function person(number: number): Promise<void> {
        const username = `p${number}`;
        const { session } = await ask(number, '/sign-in', { username, password: PASSWORD });
        const begun = await ask(number + 1, '/me/mfa/enrolment', {}, session.token);
        const { secret = '', enrolmentId } = begun;
        const step = timeStep(Date.now());
        await ask(
          number,
          '/me/mfa/enrolment/confirm',
          { enrolmentId, code: codeAt(secret, step) },
          session.token,
        );
        const { challenge } = await ask(number + 1, '/sign-in', { username, password: PASSWORD });
        await ask(number, '/sign-in/verify', {
          challenge,
          code: codeAt(secret, Math.max(step + 1, timeStep(Date.now()))),
        });
      }
      let next = 0;
      const people = [0, 1].map(async () => {
        while (!rotating.signal.aborted && next < 200) await person(next++);
      });
      const run = await runHere(['keys', 'rotate', ...place.args, '--json']);
      rotating.abort();
      await Promise.all(people);
      expect([run.exitCode, failed]).toEqual([0, []]);
      expect(asked).toBeGreaterThan(10);
      expect(await versionsOf(place, file)).toEqual([2]);
      expect(JSON.parse(run.stdout)).toMatchObject({
        version: 2,
        unopened: 0,
        resumed: false,
        fingerprint: fingerprintOf(ringIn(file), 2),
      });
      for (const server of servers) await server.close();

      expect(statSync(file).mode & 0o777).toBe(0o600);
      const check = await runHere(['keys', 'check', ...place.args]);
      expect(check.stdout).toMatch(/^Key 2 \(.*\) seals or binds [\d,]+ values\.$/m);
      expect(check.stdout).not.toMatch(/^Key 1 .*seals/m);
      // Events of before keep the MACs of then.
      expect((await runHere(['audit', 'verify', ...place.args])).exitCode).toBe(0);
      expect((await runHere(['verify-backup', path('before.backup'), ...place.args])).exitCode).toBe(0);
      const told = await place.within(({ db }) =>
        db.kysely
          .selectFrom('audit_events')
          .select(['action', 'mac'])
          .where('action', 'like', 'keys.%')
          .orderBy('sequence')
          .execute(),
      );
      expect(told).toEqual([
        { action: 'keys.rotation_started', mac: expect.stringMatching(/^v1\.1\./) },
        { action: 'keys.rotated', mac: expect.stringMatching(/^v1\.2\./) },
      ]);
    });

    it('ended by kill -9 at any point, it goes on: every value opens throughout, and the log is whole', async () => {
      const file = keyFile(1);
      const place = await organisation(open, file);
      await putSecrets(place, 4000);
      async function endedAt(moment: (child: ChildProcess) => Promise<unknown>): Promise<number[]> {
        const child = start(['keys', 'rotate', ...place.args]);
        const closed = once(child, 'close');
        await moment(child);
        child.kill('SIGKILL');
        await closed;
        expect((await runHere(['audit', 'verify', ...place.args])).exitCode).toBe(0);
        return versionsOf(place, file);
      }
      await endedAt(() => delay(Math.random() * 1500));
      await endedAt(() => delay(1000 + Math.random() * 4000));
      let seen: number[] = [];
      // In the middle: where everything was sealed before the signal came, the next one is.
      while (seen.length < 2) {
        seen = await endedAt(async (child) => {
          while (child.exitCode === null && (await versionsOf(place, file)).length < 2) await delay(1);
        });
      }
      const newest = Math.max(...seen);
      const run = await runHere(['keys', 'rotate', ...place.args]);
      expect([run.exitCode, run.stdout]).toEqual([
        0,
        expect.stringMatching(new RegExp(`^Everything is sealed with version ${newest} of the key`)),
      ]);
      expect(await versionsOf(place, file)).toEqual([newest]);
      expect([...ringIn(file).keys.keys()]).toEqual(Array.from({ length: newest }, (_, index) => index + 1));
    });

    it('a server without the new version says so, answers 503, and is well again when it has it', async () => {
      const file = keyFile(1);
      const place = await organisation(open, file);
      const own = path('own');
      writeFileSync(own, readFileSync(file), { mode: 0o600 });
      const server = await startServer({ ...place.options, keyFile: own, log: pino({ level: 'silent' }) });
      const ready = async () => (await fetch(`${server.address}/health/ready`)).status;
      const until = async (status: number) => {
        while ((await ready()) !== status) await delay(50);
      };
      expect((await runHere(['keys', 'rotate', ...place.args])).exitCode).toBe(0);
      await until(503);
      const answer = await fetch(`${server.address}/api/v1/me`, { headers: { 'accept-language': 'en' } });
      expect([answer.status, await answer.text()]).toEqual([
        503,
        expect.stringMatching(/waits for its new key/),
      ]);
      copyFileSync(file, own);
      await until(200);
      expect((await fetch(`${server.address}/api/v1/me`)).status).toBe(401);
      await server.close();
    });

    it('with --prepare makes a version that nothing uses until it is rotated', async () => {
      const file = keyFile(1);
      const place = await organisation(open, file);
      const prepared = await runHere(['keys', 'rotate', '--prepare', ...place.args]);
      expect([prepared.exitCode, [...ringIn(file).keys.keys()]]).toEqual([0, [1, 2]]);
      const before = readFileSync(file, 'utf8');
      await runHere(['keys', 'rotate', '--prepare', ...place.args]);
      expect(readFileSync(file, 'utf8')).toBe(before);
      await putSecrets(place, 3);
      expect(await versionsOf(place, file)).toEqual([1]);
      await runHere(['keys', 'rotate', ...place.args]);
      expect(await versionsOf(place, file)).toEqual([2]);
      expect(readFileSync(file, 'utf8')).toBe(before);
    });

    it('a key that can’t be written there is told what to do by hand, and is rotated once it was done', async () => {
      const file = keyFile(1);
      const place = await organisation(open, file);
      await putSecrets(place, 3);
      const args = place.args.filter((word) => word !== '--key-file' && word !== file);
      const text = readFileSync(file, 'utf8');
      const run = await runHere(['keys', 'rotate', ...args], { env: { GATEHOUSE_KEY: text } });
      expect([run.exitCode, run.stderr]).toEqual([
        1,
        expect.stringMatching(/GATEHOUSE_KEY.*keys create FILE.*2:…/),
      ]);
      const both = `${text}2:${Buffer.alloc(32, 9).toString('base64url')}\n`;
      const done = await runHere(['keys', 'rotate', ...args], { env: { GATEHOUSE_KEY: both } });
      expect([done.exitCode, done.stderr]).toEqual([
        0,
        expect.stringMatching(/^Version 2 of the key begins/),
      ]);
      writeFileSync(file, both);
      expect(await versionsOf(place, file)).toEqual([2]);
    });
  }, TWO_SERVERS);

  forEachDatabase(
    (open) => {
      it('a value that somebody else changes meanwhile stays as they left it', async () => {
        const db = await open();
        const row = { status: 'pending', last_step: 0, wrong_tries: 0, created_at: 0 } as const;
        const deps = { random: systemRandom, keys: keyringOf(1) };
        for (const id of ['a', 'b']) {
          const sealed = seal(
            deps.keys,
            systemRandom,
            { purpose: 'authenticator', userId: id, recordId: id },
            id,
          );
          await db.kysely
            .insertInto('authenticators')
            .values({ ...row, id, user_id: id, sealed_secret: sealed })
            .execute();
        }
        const locked = Promise.withResolvers<null>();
        const release = Promise.withResolvers<null>();
        const other = db.another().transaction(async (tx) => {
          await tx
            .updateTable('authenticators')
            .set({ sealed_secret: 'theirs' })
            .where('id', '=', 'a')
            .execute();
          locked.resolve(null);
          await release.promise;
        });
        await locked.promise;
        const slice = db.transaction((tx) => resealSlice(tx, { ...deps, keys: keyringOf(1, 2) }, START));
        // It has read by then, and waits for the row.
        await untilWaiting(db, 1);
        release.resolve(null);
        await other;
        expect(await slice).toMatchObject({ sealed: 1 });
        const rows = await db.kysely
          .selectFrom('authenticators')
          .select('sealed_secret')
          .orderBy('id')
          .execute();
        expect(rows.map(({ sealed_secret: sealed }) => sealed.slice(0, 6))).toEqual([
          'theirs',
          expect.stringMatching(/^v1\.2\./),
        ]);
      });
    },
    ['PostgreSQL'],
  );
});
