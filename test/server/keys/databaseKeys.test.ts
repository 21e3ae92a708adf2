import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../server/crypto/fingerprint.ts';
import type { Keyring } from '../../../server/crypto/keyring.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import type { Db } from '../../../server/db/connection.ts';
import { doneMigrations, migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { sealLog } from '../../../server/domain/audit/sealLog.ts';
import { keepKeys, sealingKeys, WrongKey } from '../../../server/domain/keys/databaseKeys.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { keyringOf } from '../crypto/keys.ts';
import { contentOf } from './support.ts';

/** As `openDeps` opens a database: keys, schema, keys. */
const openBy = (db: Db, keys: Keyring) =>
  migrate(
    db,
    migrations,
    () => 0,
    keepKeys({ keys, source: 'the file k', random: systemRandom }, () => 0),
  );

/** Of the same version. */
const anotherKey = (): Keyring => ({ current: 1, keys: new Map([[1, Buffer.alloc(32, THEIRS)]]) });

const OWN = 7;
const THEIRS = 8;

describe('S-117: the database knows its keys', () => {
  forEachDatabase((open) => {
    it('from its first opening on, and another one is told both fingerprints', async () => {
      const db = await open('empty');
      await openBy(db, keyringOf(1));
      const before = await contentOf(db);
      expect(before['database_keys']).toContain(fingerprintOf(keyringOf(1), 1));
      const other = anotherKey();
      const refused = openBy(db, other);
      await expect(refused).rejects.toThrow(WrongKey);
      await expect(refused).rejects.toThrow(
        new RegExp(`${fingerprintOf(keyringOf(1), 1)}, but the file k gives ${fingerprintOf(other, 1)}`),
      );
      expect(await contentOf(db)).toEqual(before);
      await openBy(db, keyringOf(1));
      expect(await contentOf(db)).toEqual(before);
    });

    it('a version that lies beside it is of no use before it is rotated to', async () => {
      const db = await open('empty');
      await openBy(db, keyringOf(1));
      const before = await contentOf(db);
      await openBy(db, keyringOf(1, 2));
      expect(await contentOf(db)).toEqual(before);
      expect(await sealingKeys(db, keyringOf(1, 2), await doneMigrations(db.kysely, db.dialect))).toEqual({
        ...keyringOf(1, 2),
        current: 1,
        bindsFrom: 1,
      });
      await expect(openBy(db, keyringOf(2))).rejects.toThrow(fingerprintOf(keyringOf(1), 1));
    });

    it('a fingerprint alone is no proof: the sealed value has to open', async () => {
      const db = await open('empty');
      await openBy(db, keyringOf(1));
      const fingerprint = fingerprintOf(keyringOf(2), 2);
      await db.kysely.updateTable('database_keys').set({ version: 2, fingerprint }).execute();
      await expect(openBy(db, keyringOf(2))).rejects.toThrow(WrongKey);
    });

    it('one of before that gets its own by the key that opens what is sealed there', async () => {
      const db = await open('empty');
      // As a server of before leaves it: an administrator with an authenticator, mails and a log.
      const test = await createTestApp({ db, keep: true });
      const before = await contentOf(db);
      const theirs = anotherKey();
      await expect(openBy(db, theirs)).rejects.toThrow(fingerprintOf(theirs, 1));
      expect(await contentOf(db)).toEqual(before);
      await openBy(db, test.deps.keys);
      await expect(openBy(db, theirs)).rejects.toThrow(fingerprintOf(test.deps.keys, 1));
      await test.app.close();
    });

    it('a wrong key migrates nothing, also where the note is still to be made', async () => {
      const db = await open('empty');
      const older = migrations.slice(
        0,
        migrations.findIndex(({ name }) => name === '0018-database-keys'),
      );
      const applied = await migrate(db, older, () => 0);
      const own = { random: systemRandom, keys: keyringOf(OWN) };
      await sealLog(db, own, { applied, now: 0 });
      const before = await contentOf(db);
      await expect(openBy(db, keyringOf(THEIRS))).rejects.toThrow(WrongKey);
      expect(await contentOf(db)).toEqual(before);
      expect(await openBy(db, keyringOf(OWN))).toContain('0018-database-keys');
    });

    it('where a wrong key ran on it for a while, the one that it began with', async () => {
      const db = await open('empty');
      const test = await createTestApp({ db, keep: true });
      for (const username of ['mo', 'jo', 'bo']) await test.person({ username });
      // The youngest authenticator is one that the wrong key made.
      const young = await db.kysely
        .selectFrom('authenticators')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      await db.kysely
        .updateTable('authenticators')
        .set({ sealed_secret: 'v1.1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAA' })
        .where('id', '=', young.id)
        .execute();
      expect(await openBy(db, test.deps.keys)).toEqual([]);
      await test.app.close();
    });

    it('of two servers with two keys on an empty database one is refused', async () => {
      const db = await open('empty');
      const tries = await Promise.allSettled([
        openBy(db, keyringOf(OWN)),
        openBy(db.another(), keyringOf(THEIRS)),
      ]);
      const refused = tries.filter((attempt) => attempt.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused[0]?.reason).toBeInstanceOf(WrongKey);
      expect(await db.kysely.selectFrom('database_keys').selectAll().execute()).toHaveLength(1);
    });
  }, TWO_SERVERS);
});
