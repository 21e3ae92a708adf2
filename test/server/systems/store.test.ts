import { describe, expect, it } from 'vitest';
import type { Db } from '../../../server/db/connection.ts';
import { isUniqueViolation } from '../../../server/db/errors.ts';
import { uuidv7, systemRandom } from '../../../server/crypto/random.ts';
import { SealBroken } from '../../../server/crypto/seal.ts';
import {
  allSystems,
  insertSystem,
  isSystemNameTaken,
  removeSystem,
  systemById,
  updateSystem,
} from '../../../server/domain/systems/store.ts';
import type { SystemFields } from '../../../server/domain/systems/store.ts';
import {
  insertSystemLink,
  isSystemLinkTaken,
  linkedAccounts,
} from '../../../server/domain/systems/linkStore.ts';
import { openSystemSecret, sealSystemSecret } from '../../../server/domain/systems/secret.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';

const NOW = 1_795_000_000_000;
const deps = { keys: TEST_KEYS, random: systemRandom };
const ADDRESS = 'https://kc.example.org';
const newId = () => uuidv7(NOW, systemRandom);

const fields = (id: string, name: string): SystemFields => ({
  name,
  url: ADDRESS,
  realm: 'staff',
  client_id: 'gatehouse',
  sealed_secret: sealSystemSecret(deps, { id, url: ADDRESS }, 'top secret'),
  secret_expires_on: null,
});

async function put(db: Db, name: string): Promise<string> {
  const id = newId();
  await db.transaction((tx) =>
    insertSystem(tx, TEST_KEYS, { id, kind: 'keycloak', ...fields(id, name), now: NOW }),
  );
  return id;
}

const link = (userId: string, systemId: string, externalId: string) => ({
  id: newId(),
  user_id: userId,
  system_id: systemId,
  external_id: externalId,
  external_name: externalId,
  how: 'administrator' as const,
  linked_by: null,
  linked_at: NOW,
});

const isRefused = async (work: Promise<unknown>) =>
  work.then(
    () => false,
    (error: unknown) => isUniqueViolation(error),
  );

describe('Connected systems', () => {
  forEachDatabase((open) => {
    it('have one name each, and one that was removed leaves it to the next', async () => {
      const db = await open();
      const id = await put(db, 'Sign-in');
      expect(await isSystemNameTaken(db.kysely, 'SIGN-IN')).toBe(true);
      expect(await isSystemNameTaken(db.kysely, 'sign-in', { but: id })).toBe(false);
      expect(await isRefused(put(db, 'sign-in'))).toBe(true);
      expect(await db.transaction((tx) => removeSystem(tx, { id, version: 1 }, NOW))).toBe(true);
      const next = await put(db, 'Sign-in');
      expect(await systemById(db.kysely, id)).toBeUndefined();
      expect((await allSystems(db.kysely)).map((system) => system.id)).toEqual([next]);
      const row = await db.kysely
        .selectFrom('systems')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(row).toMatchObject({ removed_at: NOW, sealed_secret: null });
    });

    it('are changed by one of two', async () => {
      const db = await open();
      const id = await put(db, 'Sign-in');
      const change = (name: string) =>
        db.transaction((tx) =>
          updateSystem(
            tx,
            TEST_KEYS,
            { id, version: 1, kind: 'keycloak', created_at: NOW },
            { ...fields(id, name), now: NOW + 5 },
          ),
        );
      expect(await change('One')).toBe(true);
      expect(await change('Other')).toBe(false);
      expect(await systemById(db.kysely, id)).toMatchObject({ name: 'One', version: 2, changed_at: NOW + 5 });
      expect(await db.transaction((tx) => removeSystem(tx, { id, version: 1 }, NOW))).toBe(false);
    });

    it('link one account there to one person here', async () => {
      const db = await open();
      const [system, other] = [await put(db, 'One'), await put(db, 'Other')];
      const [jo, kim] = [newId(), newId()];
      const add = (row: ReturnType<typeof link>) =>
        db.transaction((tx) => insertSystemLink(tx, TEST_KEYS, row));
      await add(link(jo, system, 'f:1'));
      await add(link(jo, other, 'f:1'));
      for (const row of [link(jo, system, 'f:2'), link(kim, system, 'f:1')]) {
        expect(await isSystemLinkTaken(db.kysely, row)).toBe(true);
        expect(await isRefused(add(row))).toBe(true);
      }
      await db.transaction((tx) => removeSystem(tx, { id: other, version: 1 }, NOW));
      const accounts = await linkedAccounts(db.kysely, jo);
      expect(accounts.map(({ system: { name }, link: { external_id } }) => [name, external_id])).toEqual([
        ['One', 'f:1'],
      ]);
      expect(await linkedAccounts(db.kysely, kim)).toEqual([]);
    });

    it('keep their secret sealed, for their own row and address alone', async () => {
      const db = await open();
      const [one, other] = [await put(db, 'One'), await put(db, 'Other')];
      const row = await systemById(db.kysely, one);
      expect(JSON.stringify(row)).not.toContain('top secret');
      const sealed_secret = row?.sealed_secret ?? null;
      const opened = (id: string, url = ADDRESS) => openSystemSecret(TEST_KEYS, { id, url, sealed_secret });
      expect(opened(one)).toBe('top secret');
      expect(() => opened(other)).toThrow(SealBroken);
      expect(() => opened(one, 'https://thief.example.org')).toThrow(SealBroken);
    });
  });
});
