import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { createDoctorService } from '../../../server/features/doctor/service.ts';
import { nothingTaken, replay } from '../../../server/features/backup/replay.ts';
import { currentPolicy, writtenPolicy } from '../../../server/domain/policy/current.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { insertVersion } from '../../../server/domain/policy/store.ts';
import { sensitivePeople } from '../../../server/domain/policy/sensitive.ts';
import { userById } from '../../../server/domain/people/store.ts';
import { createMergedPolicy } from '../../../server/features/policy/mergedDepartments.ts';
import { DAY, rfc3339 } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';

const versions = ({ deps }: TestApp) =>
  deps.db.kysely.selectFrom('policy_versions').selectAll().orderBy('version').execute();

/** What somebody without the key puts after the version in force. */
async function plant(test: TestApp, change: Partial<PolicyDocument>, savedAt?: number): Promise<void> {
  const row = (await versions(test)).at(-1);
  if (!row) throw new Error('There is no policy.');
  const document = JSON.stringify({ ...(JSON.parse(row.document) as PolicyDocument), ...change });
  await test.deps.db.kysely
    .insertInto('policy_versions')
    .values({ ...row, version: row.version + 1, document, saved_at: savedAt ?? row.saved_at })
    .execute();
}

const doctorOf = ({ deps, clock }: TestApp) =>
  createDoctorService(deps, () => Promise.resolve(null)).look({ now: clock.now(), voice });

const saidOfPolicy = async (test: TestApp) =>
  (await doctorOf(test)).findings.filter(({ code }) => code === 'policy').map((each) => each.sentence);

const recover = ({ services, clock }: TestApp) =>
  services.recover({ username: 'admin', unlockOnly: false, now: clock.now() });

/** Maria was named as sensitive until yesterday; what policy named her is changed in the database. */
async function overwritten(test: TestApp, document: string) {
  const maria = await test.person({ username: 'maria' });
  test.clock.advance(40 * DAY);
  await test.setPolicy({ sensitive: { people: [maria.id], departments: [] } });
  test.clock.advance(DAY);
  await test.setPolicy({ sensitive: { people: [], departments: [] } });
  test.clock.advance(DAY);
  const { db, keys } = test.deps;
  const isSensitive = async () => {
    const user = await userById(db.kysely, maria.id);
    return user && (await sensitivePeople(db.kysely, keys, [user], test.clock.now())).has(user.id);
  };
  expect(await isSensitive()).toBe(true);
  await db.kysely.updateTable('policy_versions').set({ document }).where('version', '=', 2).execute();
  return { maria, isSensitive };
}

describe('S-120 a policy that somebody wrote past the servers', () => {
  forEachDatabase(
    (open) => {
      it('is never signed by a server that pauses the roll-out by itself', async () => {
        const test = await createTestApp({ db: await open() });
        const token = await test.administrator.signIn({ stepUp: true });
        for (const username of ['jo', 'kim']) {
          const { id: userId } = await test.person({ username });
          const asked = { userId, reason: 'broken', note: '' } as const;
          expect((await test.call('resetRequests.open', asked, { token })).status).toBe(200);
        }
        const now = test.clock.now();
        const waves = [{ startsOn: rfc3339(now + DAY), departments: ['IT'] }];
        await plant(test, {
          helpDeskDecides: true,
          required: { scope: 'selected', roles: [], departments: [] },
          rollOut: { waves, pausedAt: null, pauseAtOpenRequests: 1 },
        });
        const before = await versions(test);
        await expect(test.services.rollOutWatch.pauseWhereOver(now)).rejects.toThrow(
          /with the key wrote it.* gatehouse recover/,
        );
        expect(await versions(test)).toEqual(before);
      });

      it('nor where departments become one, nor by whatever else saves', async () => {
        const test = await createTestApp({ db: await open() });
        await test.setPolicy({ sensitive: { people: [], departments: ['IT'] } });
        await plant(test, { helpDeskDecides: true });
        const { deps, clock } = test;
        const merged = createMergedPolicy(deps);
        const by = { id: test.administrator.id, username: 'admin', name: 'Ada Admin' };
        const merge = { pair: ['IT', 'Technology'] as const, by, now: clock.now() };
        await expect(deps.db.transaction((tx) => merged.nameBoth(tx, merge))).rejects.toThrow(/with the key/);
        const forget = { name: 'IT', by, now: clock.now() };
        await expect(deps.db.transaction((tx) => merged.forget(tx, forget))).rejects.toThrow(/with the key/);
        const next = { version: 4, document: DEFAULT_POLICY, reason: 'x', savedBy: null, now: clock.now() };
        await expect(deps.db.transaction((tx) => insertVersion(tx, deps.keys, next))).rejects.toThrow(
          /with the key/,
        );
        expect(await versions(test)).toHaveLength(3);
      });

      it('nor by a restore that ends exemptions, which goes on without', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const endsAt = rfc3339(test.clock.now() + 90 * DAY);
        await plant(test, { exemptions: [{ userId: jo.id, ownerId: jo.id, reason: 'x', endsAt }] });
        const { deps, clock } = test;
        const taken = { ...nothingTaken(), exemptions: [] };
        const done = await deps.db.transaction((tx) => replay(tx, deps, taken, clock.now()));
        expect(done.exemptions).toBe(0);
        expect(await versions(test)).toHaveLength(2);
      });

      it('is told of by gatehouse doctor, with the way back; that leaves nothing of it', async () => {
        const test = await createTestApp({ db: await open() });
        expect(await saidOfPolicy(test)).toEqual([]);
        await plant(test, { helpDeskDecides: true });
        expect(await saidOfPolicy(test)).toEqual([
          expect.stringMatching(/^The policy in force .*altered in the database.*`gatehouse recover`/),
        ]);
        expect(await recover(test)).toMatchObject({ policyRestored: true, versionsReplaced: 1 });
        expect(await saidOfPolicy(test)).toEqual([]);
        expect((await writtenPolicy(test.deps.db.kysely, test.deps.keys)).document).toEqual(DEFAULT_POLICY);
        expect((await versions(test)).map(({ version, reason }) => [version, reason])).toEqual([
          [1, expect.any(String)],
          [2, expect.stringMatching(/^This version was not as a server had written it/)],
          [3, expect.stringMatching(/somebody had altered it in the database/)],
        ]);
      });

      it.each([
        ['of another text', JSON.stringify(DEFAULT_POLICY)],
        ['that is none', 'lost'],
      ])('takes nobody off the list of the last 30 days by an older version %s', async (_what, document) => {
        const test = await createTestApp({ db: await open() });
        const { maria, isSensitive } = await overwritten(test, document);
        await expect(isSensitive()).rejects.toThrow(/Policy version 2 is not as a server/);
        const token = await test.administrator.signIn({ stepUp: true });
        const asked = { userId: maria.id, reason: 'broken', note: '' } as const;
        expect((await test.call('resetRequests.open', asked, { token })).status).toBe(503);
        // Settings say so to who is signed in.
        const { body } = await test.call('settings.doctor', {}, { token });
        expect(body.findings).toContainEqual({
          code: 'policy',
          sentence: expect.stringMatching(/^Somebody altered an earlier version .*`gatehouse recover`/),
        });

        const inForce = (await currentPolicy(test.deps.db.kysely)).version;
        expect(await recover(test)).toMatchObject({ policyRestored: false, versionsReplaced: 1 });
        expect((await currentPolicy(test.deps.db.kysely)).version).toBe(inForce);
        expect(await saidOfPolicy(test)).toEqual([]);
        expect(await isSensitive()).toBe(false);
      });

      it('keeps those sensitive whom the policy before it named', async () => {
        const test = await createTestApp({ db: await open() });
        const maria = await test.person({ username: 'maria' });
        await test.setPolicy({ sensitive: { people: [maria.id], departments: [] } });
        test.clock.advance(DAY);
        // As if it had been in force for long.
        await plant(test, { sensitive: { people: [], departments: [] } }, 0);
        await recover(test);
        test.clock.advance(DAY);
        const { db, keys } = test.deps;
        const user = await userById(db.kysely, maria.id);
        const found = await sensitivePeople(db.kysely, keys, user ? [user] : [], test.clock.now());
        expect([...found.keys()]).toEqual([maria.id]);
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );
});
