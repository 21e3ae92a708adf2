import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Keyring } from '../../../server/crypto/keyring.ts';
import { createLiveKeyring } from '../../../server/crypto/keyring.ts';
import { spendActivationCode } from '../../../server/domain/authenticators/activationStore.ts';
import { BOUND } from '../../../server/domain/keys/bound.ts';
import { FIRST, rebindSlice } from '../../../server/domain/keys/boundStore.ts';
import { bindsFrom } from '../../../server/domain/keys/databaseKeys.ts';
import { bindPassword, boundPassword, ROLE_MACS } from '../../../server/domain/people/macs.ts';
import { rolesOf } from '../../../server/domain/people/roleStore.ts';
import { findSession } from '../../../server/domain/sessions/store.ts';
import { ATTESTATIONS, ATTESTORS } from '../../../server/domain/systems/attestor.ts';
import { SYSTEMS, READINGS, RULES, SEEN, WANTED } from '../../../server/domain/systems/macs.ts';
import { SSO_LINK_MACS, PROVIDER_MACS } from '../../../server/domain/sessions/ssoMacs.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';

const BOTH: Keyring = { current: 2, keys: new Map([...TEST_KEYS.keys, [2, Buffer.alloc(32, 2)]]) };
const NEW: Keyring = { current: 2, keys: new Map([[2, Buffer.alloc(32, 2)]]) };

type Opened = Awaited<ReturnType<OpenDatabase>>;

/** A row at least in each table that is bound, by the old key. */
async function oneOfEach(db: Opened): Promise<void> {
  const w = await openWorld(db);
  const id = await w.executing();
  await w.effects.carryOutDue();
  expect((await w.stand(id)).state).toBe('completed');
  const { kysely } = db;
  const code = await kysely.selectFrom('activation_codes').select('id').executeTakeFirstOrThrow();
  await db.transaction((tx) =>
    spendActivationCode(tx, TEST_KEYS, { userId: w.jo.userId, id: code.id, now: w.desk.clock.now() }),
  );
  const at = { created_at: 1, version: 1 };
  const provider = { id: 'p', name: 'P', issuer: 'https://p', client_id: 'c', link_by_email: 0, ...at };
  await kysely
    .insertInto('sso_providers')
    .values({ ...provider, name_key: 'p', mac: PROVIDER_MACS.of(TEST_KEYS, provider) })
    .execute();
  const whose = { user_id: w.jo.userId, provider_id: 'p', subject: 's', email: null };
  const link = { id: 'l', ...whose, created_at: 1, created_by: null, proven_at: null };
  await kysely
    .insertInto('sso_links')
    .values({ ...link, mac: SSO_LINK_MACS.of(TEST_KEYS, link) })
    .execute();
  const counted = { looked_to: '', looked: 0, linked: 0, ended_at: null, sentence: null };
  const rule = { system_id: w.systemId, rule: 'username' as const, since: 1, by_id: 'b', ...counted };
  await kysely
    .insertInto('system_link_rules')
    .values({ ...rule, mac: RULES.of(TEST_KEYS, rule) })
    .execute();
  const at1 = { began_at: null, read_at: null, outcome: null, sentence: null, told_at: null };
  const terms = {
    system_id: w.systemId,
    every: 'day' as const,
    grace_days: 7,
    since: 1,
    by_id: 'b',
    next_at: 1,
  };
  const reading = { ...terms, ...at1 };
  await kysely
    .insertInto('people_readings')
    .values({ ...reading, mac: READINGS.of(TEST_KEYS, reading) })
    .execute();
  const account = { system_id: w.systemId, external_id: 'e', user_id: w.jo.userId };
  const seen = { ...account, gone_since: 1, suspended_at: null };
  await kysely
    .insertInto('system_people')
    .values({ ...seen, mac: SEEN.of(TEST_KEYS, seen) })
    .execute();
  const answered = {
    id: 'okta',
    name: 'Okta',
    client_id: 'c',
    redirect_uri: 'https://o',
    changed_at: 1,
    version: 1,
  };
  const sealed = { sealed_secret: '', sealed_key: '' };
  await kysely
    .insertInto('attestors')
    .values({ ...answered, ...sealed, mac: ATTESTORS.of(TEST_KEYS, answered) })
    .execute();
  const question = {
    id: 'q',
    flow_hash: 'f',
    pushed_hash: 'p',
    user_id: w.jo.userId,
    request_id: id,
    subject: 's',
    opened_at: 1,
    ends_at: 2,
    answer: 'verified' as const,
    answered_at: 1,
  };
  await kysely
    .insertInto('attestations')
    .values({ ...question, sealed_code: '', mac: ATTESTATIONS.of(TEST_KEYS, question) })
    .execute();
  const asked = { account: 'a', by_id: 'b', by_name: 'B', at: 1, not_linked: null };
  const wanted = { user_id: w.jo.userId, system_id: w.systemId, ...asked };
  await kysely
    .insertInto('wanted_links')
    .values({ ...wanted, mac: WANTED.of(TEST_KEYS, wanted) })
    .execute();
}

async function pass({ transaction }: Opened): Promise<{ renewed: number; altered: number }> {
  const done = { renewed: 0, altered: 0 };
  for (let next: typeof FIRST | null = FIRST; next !== null;) {
    const at: typeof FIRST = next;
    const slice = await transaction((tx) => rebindSlice(tx, BOTH, at));
    done.renewed += slice.renewed;
    done.altered += slice.altered;
    next = slice.next;
  }
  return done;
}

forEachDatabase(
  (open) => {
    it('S-120 a rotation binds every row anew: the new key alone knows them, and signing in goes on', async () => {
      const db = await open();
      const test = await createTestApp({ db, keep: true });
      const sam = await test.person({ username: 'sam', roles: ['auditor'] });
      const token = await sam.signIn();
      await test.call('signIn.start', { username: 'sam', password: PASSWORD });
      await test.call('password.forgot', { username: 'sam' });
      await test.services.passwordLinks.settled();
      const rows = await versions(db);
      expect([...rows.keys()].toSorted()).toEqual(
        expect.arrayContaining(['challenges', 'password_links', 'sessions', 'user_roles', 'users']),
      );
      const done = await pass(db);
      expect(done.altered).toBe(0);
      expect(done.renewed).toBeGreaterThan(5);
      expect(new Set([...(await versions(db)).values()].flat())).toEqual(new Set(['v1.2']));
      expect(await pass(db)).toEqual({ renewed: 0, altered: 0 });
      const session = await findSession(db.kysely, NEW, { token, now: test.clock.now() });
      expect(session).toMatchObject({ userId: sam.id });
      expect(await rolesOf(db.kysely, NEW, sam.id)).toEqual(['user', 'auditor']);
      await test.close();
    });

    it('S-120 in connected systems and with identity providers, too; what was altered stays so, and is counted', async () => {
      const db = await open();
      await oneOfEach(db);
      const named = new Set(BOUND.map(({ table }) => table));
      for (const table of ['sessions', 'challenges', 'password_links', 'settings']) named.delete(table);
      expect([...(await versions(db)).keys()].toSorted()).toEqual([...named].toSorted());
      await db.kysely.updateTable('systems').set({ realm: 'another' }).execute();
      const done = await pass(db);
      expect(done.altered).toBe(1);
      const after = await versions(db);
      expect(after.get('systems')).toEqual(['v1.1']);
      after.delete('systems');
      expect(new Set([...after.values()].flat())).toEqual(new Set(['v1.2']));
      const system = await db.kysely.selectFrom('systems').selectAll().executeTakeFirstOrThrow();
      expect(SYSTEMS.isAsWritten(BOTH, system)).toBe(false);
    });
  },
  ['SQLite in a file', 'PostgreSQL'],
);

it('S-120 after a rotation nothing is bound by the key of before, whoever has it', () => {
  const role = { user_id: 'u', role: 'administrator' as const, granted_at: 1, granted_by: null };
  const forged = { ...role, mac: ROLE_MACS.of(TEST_KEYS, role) };
  const keys = createLiveKeyring(BOTH);
  expect(ROLE_MACS.isAsWritten(keys, forged)).toBe(true);
  const noted = [1, 2].map((version) => ({
    version,
    fingerprint: '',
    sealed_proof: '',
    noted_at: 1,
    active_from: 1,
    retired_at: version === 1 ? 1 : null,
  }));
  keys.take({ ...BOTH, bindsFrom: bindsFrom(noted) });
  expect(ROLE_MACS.isAsWritten(keys, forged)).toBe(false);
  // Nor where somebody writes later that it wasn't.
  keys.take({ ...BOTH, bindsFrom: bindsFrom([]) });
  expect(ROLE_MACS.isAsWritten(keys, forged)).toBe(false);
  expect(boundPassword(keys, { id: 'u', ...bindPassword(TEST_KEYS, 'u', 'hash') })).toBe(null);
  expect(boundPassword(keys, { id: 'u', ...bindPassword(BOTH, 'u', 'hash') })).toBe('hash');
});

/** Which versions of the key bind rows, by table. */
async function versions({ kysely }: Opened): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { table, column } of BOUND) {
    const { rows } = await sql<{ head: string }>`
      select distinct substr(${sql.ref(column)}, 1, 4) as head from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(kysely);
    const heads = rows.map(({ head }) => head);
    if (heads.length > 0) found.set(table, [...new Set([...(found.get(table) ?? []), ...heads])]);
  }
  return found;
}
