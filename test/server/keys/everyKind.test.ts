import { describe, expect, it } from 'vitest';
import type { Keyring } from '../../../server/crypto/keyring.ts';
import { systemRandom } from '../../../server/crypto/random.ts';
import { seal, unseal } from '../../../server/crypto/seal.ts';
import { START, resealSlice } from '../../../server/domain/keys/sealedStore.ts';
import { countSealed } from '../../../server/domain/keys/store.ts';
import { bodyContext } from '../../../server/domain/mail/write.ts';
import { openContents, sealContents } from '../../../server/domain/pendingChanges/contents.ts';
import { isAsWritten } from '../../../server/domain/pendingChanges/mac.ts';
import { insertChange } from '../../../server/domain/pendingChanges/store.ts';
import { readSettings } from '../../../server/domain/settings/current.ts';
import { openSmtpPassword, sealSmtpPassword } from '../../../server/domain/settings/smtpPassword.ts';
import { openSystemSecret, sealSystemSecret } from '../../../server/domain/systems/secret.ts';
import { openSecret, sealSecret } from '../../../server/features/sso/providers.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { keyringOf } from '../crypto/keys.ts';

const OLD = { keys: keyringOf(1), random: systemRandom };
const NEW = keyringOf(2);

/** One value of each kind, by who makes it. */
async function oneOfEach(db: Awaited<ReturnType<OpenDatabase>>): Promise<void> {
  const { kysely } = db;
  const authenticator = { purpose: 'authenticator', userId: 'u', recordId: 'a' };
  await kysely
    .insertInto('authenticators')
    .values({
      id: 'a',
      user_id: 'u',
      status: 'active',
      sealed_secret: seal(OLD.keys, systemRandom, authenticator, 'authenticator'),
      last_step: 0,
      wrong_tries: 0,
      created_at: 0,
    })
    .execute();
  for (const [id, user_id] of [
    ['m', 'u'],
    ['n', null],
  ] as const)
    await kysely
      .insertInto('outbox')
      .values({
        id,
        user_id,
        kind: 'x',
        to_address: 'a@b',
        subject: '',
        preview: '',
        secret: 0,
        state: 'waiting',
        attempts: 0,
        urgency: 1,
        next_attempt_at: 0,
        leased_until: 0,
        created_at: 0,
        sealed_body: seal(OLD.keys, systemRandom, bodyContext({ id, user_id }), 'mail'),
      })
      .execute();
  await kysely
    .insertInto('sso_providers')
    .values({
      id: 'p',
      name: 'P',
      name_key: 'p',
      issuer: 'https://p',
      client_id: 'c',
      link_by_email: 0,
      created_at: 0,
      version: 1,
      sealed_secret: sealSecret(OLD, 'p', 'provider'),
    })
    .execute();
  const url = 'https://s.example';
  await kysely
    .insertInto('systems')
    .values({
      id: 's',
      kind: 'keycloak',
      name: 'S',
      name_key: 's',
      url,
      version: 1,
      created_at: 0,
      changed_at: 0,
      sealed_secret: sealSystemSecret(OLD, { id: 's', url }, 'system'),
    })
    .execute();
  const named = { id: 'c', kind: 'sso_provider', made_by: 'u' };
  await db.transaction((tx) =>
    insertChange(tx, OLD.keys, {
      ...named,
      sealed: sealContents(OLD, named, { summary: 'change', touches: [], input: 'change' }),
      state: 'waiting',
      made_at: 0,
      takes_effect_at: null,
      ends_at: 1,
      decided_by: null,
      decided_at: null,
      note: null,
      problem: null,
      link_hash: 'h',
      about: null,
    }),
  );
  const value = JSON.stringify(sealSmtpPassword(OLD, 'smtp'));
  await kysely.insertInto('settings').values({ name: 'sealedSmtpPassword', value, updated_at: 0 }).execute();
}

/** What each says by these keys. */
async function said({ kysely }: Awaited<ReturnType<OpenDatabase>>, keys: Keyring): Promise<unknown[]> {
  const authenticator = await kysely
    .selectFrom('authenticators')
    .select('sealed_secret')
    .executeTakeFirstOrThrow();
  const mails = await kysely.selectFrom('outbox').selectAll().execute();
  const provider = await kysely.selectFrom('sso_providers').selectAll().executeTakeFirstOrThrow();
  const system = await kysely.selectFrom('systems').selectAll().executeTakeFirstOrThrow();
  const change = await kysely.selectFrom('pending_changes').selectAll().executeTakeFirstOrThrow();
  return [
    unseal(keys, { purpose: 'authenticator', userId: 'u', recordId: 'a' }, authenticator.sealed_secret),
    ...mails.map((mail) => unseal(keys, bodyContext(mail), mail.sealed_body ?? '')),
    openSecret(keys, provider),
    openSystemSecret(keys, system),
    openContents(keys, change).input,
    isAsWritten(keys, change),
    openSmtpPassword(keys, await readSettings(kysely)),
  ];
}

async function pass(db: Awaited<ReturnType<OpenDatabase>>): Promise<{ sealed: number; unopened: number }> {
  const done = { sealed: 0, unopened: 0 };
  for (let next: typeof START | null = START; next !== null;) {
    const at: typeof START = next;
    const slice = await db.transaction((tx) =>
      resealSlice(tx, { keys: keyringOf(1, 2), random: systemRandom }, at),
    );
    done.sealed += slice.sealed;
    done.unopened += slice.unopened;
    next = slice.next;
  }
  return done;
}

describe('S-80: a rotation seals each kind of value anew', () => {
  forEachDatabase((open) => {
    it('and then the new key alone opens it, for whoever reads it', async () => {
      const db = await open();
      await oneOfEach(db);
      const before = await said(db, OLD.keys);
      expect(await pass(db)).toEqual({ sealed: 7, unopened: 0 });
      expect(await said(db, NEW)).toEqual(before);
      expect(await countSealed(db.kysely)).toEqual(new Map([[2, 7]]));
      expect(await pass(db)).toEqual({ sealed: 0, unopened: 0 });
    });

    it('S-114: but no change that was tampered with: it stays one', async () => {
      const db = await open();
      await oneOfEach(db);
      await db.kysely.updateTable('pending_changes').set({ ends_at: 99 }).execute();
      expect(await pass(db)).toEqual({ sealed: 6, unopened: 0 });
      const change = await db.kysely.selectFrom('pending_changes').selectAll().executeTakeFirstOrThrow();
      expect(isAsWritten(keyringOf(1, 2), change)).toBe(false);
    });

    it('what no key opens is counted, and left as it is', async () => {
      const db = await open();
      await oneOfEach(db);
      const lost = 'v1.1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAA';
      await db.kysely.updateTable('authenticators').set({ sealed_secret: lost }).execute();
      expect(await pass(db)).toEqual({ sealed: 6, unopened: 1 });
      expect(await db.kysely.selectFrom('authenticators').select('sealed_secret').execute()).toEqual([
        { sealed_secret: lost },
      ]);
    });
  });
});
