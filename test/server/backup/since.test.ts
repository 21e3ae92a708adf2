import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AuditAction } from '../../../contract/auditActions.ts';
import type { Deps } from '../../../server/context.ts';
import { systemRandom, uuidv7 } from '../../../server/crypto/random.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { currentPolicy } from '../../../server/domain/policy/current.ts';
import { insertVersion } from '../../../server/domain/policy/store.ts';
import { createAuditService } from '../../../server/features/audit/service.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { putPerson } from '../../support/deps.ts';
import { runHere } from '../../support/runHere.ts';
import { backedUp, emptyPlace, organisation, useFolder } from './support.ts';
import type { Place } from './support.ts';

const { path, keyFile } = useFolder();

/** Somebody with a password, a role, MFA by two authenticators, and an exemption. */
async function putMaria(deps: Deps): Promise<string> {
  const maria = await putPerson(deps, { username: 'maria', roles: ['help_desk', 'auditor'] });
  const { db, keys } = deps;
  const on = { mfa_state: 'on', password_hash: 'a-hash', mfa_since: 1 } as const;
  await db.kysely.updateTable('users').set(on).where('id', '=', maria).execute();
  for (const name of ['Work phone', 'Tablet'])
    await db.kysely
      .insertInto('authenticators')
      .values({
        id: uuidv7(Date.now(), systemRandom),
        user_id: maria,
        status: 'active',
        name,
        sealed_secret: 'v1.1.x.y',
        last_step: 1,
        wrong_tries: 0,
        created_at: 1,
        confirmed_at: 1,
      })
      .execute();
  const { document, version } = await currentPolicy(db.kysely);
  const exemptions = [exemptionOf(maria, '2027-06-01T00:00:00.000Z')];
  await db.transaction((tx) =>
    insertVersion(tx, keys, {
      version: version + 1,
      document: { ...document, exemptions },
      reason: 'x',
      savedBy: null,
      now: Date.now(),
    }),
  );
  return maria;
}

const exemptionOf = (userId: string, endsAt: string) => ({
  userId,
  reason: 'no phone',
  ownerId: userId,
  endsAt,
});

describe('S-81: restore --since plays again what took rights away', { timeout: 60_000 }, () => {
  forEachDatabase((open) => {
    type Later = readonly (readonly [AuditAction, Record<string, unknown>?])[];

    /** The organisation with Maria; what happened to her after the backup was made stands in an export only. */
    async function restoredSince(
      later: Later | ((maria: string) => Later),
    ): Promise<{ place: Place; maria: string }> {
      const from = await organisation(open, keyFile(1));
      const maria = await from.within(putMaria);
      await backedUp(from, path('a.backup'));
      await exported(from, maria, typeof later === 'function' ? later(maria) : later);
      const place = await emptyPlace(open, keyFile(1));
      const run = await runHere(['restore', path('a.backup'), '--since', path('export'), ...place.args]);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      expect(run.stdout).toContain('Applied again');
      return { place, maria };
    }

    async function exported(from: Place, maria: string, later: Later): Promise<void> {
      await from.within(async (deps) => {
        const target = { id: maria, name: 'Maria' };
        for (const [action, data = {}] of later)
          await deps.db.transaction((tx) =>
            appendAudit(tx, deps, { at: deps.now(), action, actor: null, target, data }),
          );
        const actor = { userId: maria, name: 'Maria' } as Parameters<
          ReturnType<typeof createAuditService>['export']
        >[0];
        let text = '';
        for await (const some of await createAuditService(deps).export(
          actor,
          { format: 'jsonl' },
          deps.now(),
        ))
          text += some;
        writeFileSync(path('export'), text);
      });
    }

    const userIn = ({ within }: Place, id: string) =>
      within(({ db }) =>
        db.kysely.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      );
    const heldIn = ({ within }: Place) =>
      within(({ db }) =>
        db.kysely.selectFrom('authenticators').select(['name', 'stopped_at']).orderBy('name').execute(),
      );

    it.each(['mfa.reset', 'mfa.disabled', 'mfa.moved'] as const)('resets: %s', async (action) => {
      const { place, maria } = await restoredSince([[action]]);
      expect(await userIn(place, maria)).toMatchObject({ mfa_state: 'off', setup_due: 1 });
      expect(await heldIn(place)).toEqual([]);
    });

    it('stops: the one that was stopped, and what was stopped and resumed stays', async () => {
      const { place } = await restoredSince([
        ['mfa.authenticator_stopped', { authenticator: 'Work phone' }],
        ['mfa.authenticator_stopped', { authenticator: 'Tablet' }],
        ['mfa.authenticator_resumed', { authenticator: 'Tablet' }],
      ]);
      expect(await heldIn(place)).toEqual([
        { name: 'Tablet', stopped_at: null },
        { name: 'Work phone', stopped_at: expect.any(Number) },
      ]);
    });

    it('stops: all of them where nobody knows which it was', async () => {
      const { place, maria } = await restoredSince([
        ['mfa.authenticator_removed', { authenticator: 'Old phone' }],
      ]);
      expect((await heldIn(place)).map(({ stopped_at: at }) => at)).toEqual([
        expect.any(Number),
        expect.any(Number),
      ]);
      expect((await userIn(place, maria)).mfa_stopped_at).toEqual(expect.any(Number));
    });

    it.each([
      [[['user.suspended']], 'suspended'],
      [[['user.suspended'], ['user.reinstated']], 'active'],
    ] as const)('suspensions, and not those that were ended: %j', async (later, status) => {
      const { place, maria } = await restoredSince(later);
      expect((await userIn(place, maria)).status).toBe(status);
    });

    it('roles that were taken, and none that were given', async () => {
      const { place, maria } = await restoredSince([
        ['role.revoked', { role: 'help_desk' }],
        ['role.granted', { role: 'administrator' }],
      ]);
      const roles = await place.within(({ db }) =>
        db.kysely.selectFrom('user_roles').select('role').where('user_id', '=', maria).execute(),
      );
      expect(roles).toEqual([{ role: 'auditor' }]);
      expect((await userIn(place, maria)).is_staff).toBe(1);
    });

    it('passwords that were given up, and locks', async () => {
      const { place, maria } = await restoredSince([['password.changed'], ['mfa.locked']]);
      expect(await userIn(place, maria)).toMatchObject({
        password_hash: null,
        locked_at: expect.any(Number),
      });
    });

    it('exemptions that ended', async () => {
      const { place } = await restoredSince((maria) => [
        ['policy.saved', { changes: [{ field: 'exemptions', from: [exemptionOf(maria, 'x')], to: [] }] }],
      ]);
      const { document } = await place.within(({ db }) => currentPolicy(db.kysely));
      expect(document.exemptions).toEqual([]);
      expect((await runHere(['audit', 'verify', ...place.args])).exitCode).toBe(0);
    });

    it('an export of another log, or one that was altered, is refused, and nothing is restored', async () => {
      const from = await organisation(open, keyFile(1));
      const maria = await from.within(putMaria);
      await backedUp(from, path('a.backup'));
      const place = await emptyPlace(open, keyFile(1));
      const command = ['restore', path('a.backup'), '--since', path('export'), ...place.args];
      const other = await organisation(open, keyFile(1));
      await exported(other, await other.within(putMaria), [['mfa.reset']]);
      const foreign = await runHere(command);
      expect([foreign.exitCode, foreign.stderr]).toEqual([
        1,
        expect.stringMatching(/not of the log in this backup/),
      ]);
      await exported(from, maria, [['user.suspended']]);
      writeFileSync(
        path('export'),
        readFileSync(path('export'), 'utf8').replace('user.suspended', 'user.created'),
      );
      const altered = await runHere(command);
      expect([altered.exitCode, altered.stderr]).toEqual([1, expect.stringMatching(/can’t be used/)]);
      writeFileSync(path('export'), 'x');
      expect((await runHere(command)).exitCode).toBe(1);
    });
  }, TWO_SERVERS);
});
