import { expect, test } from 'vitest';
import { createPolicyService } from '../../../server/features/policy/service.ts';
import { createServices } from '../../../server/services.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import { TWO_SERVERS, forEachDatabase } from '../../support/databases.ts';
import { createTestDeps } from '../../support/deps.ts';

/** A few rounds in everyday runs; `npm run test:races` makes it 200. */
const ROUNDS = process.env['GATEHOUSE_LONG'] === '1' ? 200 : 8;
const PEOPLE = 6;
const everyone = { scope: 'everyone' as const, roles: [], departments: [] };
const nobody = { scope: 'nobody' as const, roles: [], departments: [] };

forEachDatabase((open) => {
  test(
    'a first sign-in against a save that frees everybody, at two servers: no grace of the old rule stays',
    { timeout: 0 },
    async () => {
      const db = await open();
      const { deps, person, administrator, clock } = await createTestApp({ db, keep: true });
      const policy = createPolicyService(await createTestDeps(db.another(), { clock }));
      const { signIn } = createServices(deps);
      const usernames = Array.from({ length: PEOPLE }, (_, index) => `person${index}`);
      for (const username of usernames) await person({ username, mfa: false });
      const actor = { userId: administrator.id, name: 'Ada', steppedUpUntil: Number.MAX_SAFE_INTEGER };
      const now = clock.now();
      const save = (required: typeof everyone | typeof nobody, version: number) =>
        policy.update({ version, reason: 'A race.', required }, { actor, now });

      for (let round = 0; round < ROUNDS; round += 1) {
        await save(everyone, 2 * round + 1);
        const signIns = usernames.map((username) =>
          signIn.start({ username, password: PASSWORD }, { now, address: '192.0.2.1', userAgent: null }),
        );
        // One has begun a grace; the others are on their way.
        await Promise.race(signIns);
        await Promise.all([save(nobody, 2 * round + 2), ...signIns]);
        const graces = await db.kysely
          .selectFrom('users')
          .select('username')
          .where('grace_ends_at', 'is not', null)
          .execute();
        expect(graces).toEqual([]);
      }
      const told = await db.kysely
        .selectFrom('outbox')
        .select('id')
        .where('kind', '=', 'mfa_now_required')
        .execute();
      expect(told.length).toBeGreaterThanOrEqual(ROUNDS);
    },
  );
}, TWO_SERVERS);
