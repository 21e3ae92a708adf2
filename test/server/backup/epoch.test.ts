import { describe, expect, it } from 'vitest';
import type { Insertable } from 'kysely';
import type { Schema } from '../../../server/db/schema.ts';
import type { Deps } from '../../../server/context.ts';
import { timeStep } from '../../../server/crypto/totp.ts';
import { systemRandom, uuidv7 } from '../../../server/crypto/random.ts';
import {
  issueActivationCode,
  matchActivationCode,
} from '../../../server/domain/authenticators/activationStore.ts';
import { mailStaff } from '../../../server/domain/mail/enqueue.ts';
import { sealContents } from '../../../server/domain/pendingChanges/contents.ts';
import { isAsWritten } from '../../../server/domain/pendingChanges/mac.ts';
import { insertChange } from '../../../server/domain/pendingChanges/store.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { putPerson } from '../../support/deps.ts';
import { runHere } from '../../support/runHere.ts';
import { backedUp, emptyPlace, organisation, useFolder } from './support.ts';
import type { Place } from './support.ts';

const { path, keyFile } = useFolder();
const id = () => uuidv7(Date.now(), systemRandom);
const NOW = () => Date.now();

const insert = <T extends keyof Schema>(deps: Deps, table: T, row: Insertable<Schema[T]>) =>
  deps.db.kysely.insertInto(table).values(row).execute();

/** An authenticator whose last code was accepted two minutes ago. */
const authenticator = (userId: string): Insertable<Schema['authenticators']> => ({
  id: id(),
  user_id: userId,
  status: 'active',
  name: 'Work phone',
  sealed_secret: 'v1.1.x.y',
  last_step: timeStep(NOW()) - 4,
  wrong_tries: 0,
  created_at: NOW() - 1000,
  confirmed_at: NOW() - 1000,
  stop_link_hash: 'a-link',
});

const request = (userId: string): Insertable<Schema['reset_requests']> => ({
  id: id(),
  user_id: userId,
  state: 'approved',
  pending: 1,
  tier: 'standard',
  reasons: '[]',
  source: 'sign_in',
  staff_note: '',
  code_hash: 'a-code',
  code_wrong_tries: 0,
  opened_at: NOW() - 1000,
  expires_at: NOW() + 100_000,
  claimed_by: userId,
  claimed_at: NOW() - 500,
  claim_ends_at: NOW() + 1000,
  hold_ends_at: NOW() - 1,
  suspected_attack: 0,
  veto_token_hash: 'a-veto',
  version: 1,
});

describe('S-81: a restore begins a new epoch', { timeout: 60_000 }, () => {
  forEachDatabase((open) => {
    /** What was there when the backup was made, and the place that it was restored into. */
    async function restored<T>(
      arrange: (deps: Deps, userId: string) => Promise<T>,
      opened: OpenDatabase = open,
    ): Promise<{ place: Place; arranged: T; userId: string }> {
      const from = await organisation(opened, keyFile(1));
      const [arranged, userId] = await from.within(async (deps) => {
        const user = await putPerson(deps, { username: 'maria' });
        return [await arrange(deps, user), user] as const;
      });
      await backedUp(from, path('a.backup'));
      const place = await emptyPlace(opened, keyFile(1));
      const run = await runHere(['restore', path('a.backup'), ...place.args]);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      return { place, arranged, userId };
    }

    it('no session, challenge, link or sign-in at a provider of before is alive', async () => {
      const { place } = await restored(async (deps, userId) => {
        const at = { created_at: NOW(), expires_at: NOW() + 100_000 };
        const common = { id: id(), user_id: userId, token_hash: 'a-hash', ...at };
        await insert(deps, 'sessions', { ...common, last_seen_at: NOW(), idle_ms: 100_000, via: 'password' });
        await insert(deps, 'challenges', { ...common, purpose: 'code', extended: 0 });
        await insert(deps, 'password_links', { ...common, purpose: 'forgotten' });
      });
      await place.within(async ({ db }) => {
        for (const table of ['sessions', 'challenges', 'password_links', 'sso_flows'] as const)
          expect([table, await db.kysely.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
      });
    });

    it('no code of an authenticator that may have been accepted is accepted again', async () => {
      const { place } = await restored((deps, userId) =>
        insert(deps, 'authenticators', authenticator(userId)),
      );
      const [held] = await place.within(({ db }) =>
        db.kysely.selectFrom('authenticators').selectAll().execute(),
      );
      expect(held?.last_step).toBeGreaterThanOrEqual(timeStep(NOW()));
      expect(held?.last_step).toBeLessThanOrEqual(timeStep(NOW()) + 1);
      expect([held?.status, held?.stop_link_hash]).toEqual(['active', null]);
    });

    it('no setup that was under way can be ended, and no first setup needs no activation code', async () => {
      const { place } = await restored(async (deps, userId) => {
        const pending = { ...authenticator(userId), status: 'pending', expires_at: NOW() + 100_000 } as const;
        await insert(deps, 'authenticators', pending);
        const waived = { activation_waived_until: NOW() + 100_000 };
        await deps.db.kysely.updateTable('users').set(waived).where('id', '=', userId).execute();
      });
      await place.within(async ({ db }) => {
        expect(await db.kysely.selectFrom('authenticators').selectAll().execute()).toEqual([]);
        const waivers = await db.kysely
          .selectFrom('users')
          .select('activation_waived_until as until')
          .execute();
        expect(waivers.map(({ until }) => until)).toEqual([null, null]);
      });
    });

    it('no activation code of before lets anybody set up', async () => {
      const { place, arranged, userId } = await restored((deps, user) =>
        deps.db.transaction((tx) =>
          issueActivationCode(tx, deps, { userId: user, requestId: null, delivery: 'mail', now: NOW() }),
        ),
      );
      const match = await place.within((deps) =>
        deps.db.transaction((tx) =>
          matchActivationCode(tx, deps.keys, { userId, typed: arranged, now: NOW() }),
        ),
      );
      expect(match).toEqual({ id: null, triesLeft: null });
    });

    it('no mail that waited is sent', async () => {
      const { place } = await restored((deps) =>
        deps.db.transaction((tx) =>
          mailStaff(tx, deps, {
            to: 'all_staff',
            kind: 'recovery_used',
            at: NOW(),
            params: { person: 'Jo' },
          }),
        ),
      );
      const mails = await place.within(({ db }) => db.kysely.selectFrom('outbox').selectAll().execute());
      const before = mails.filter(({ kind }) => kind === 'recovery_used');
      expect(before.map(({ state, sealed_body: body }) => [state, body])).toEqual([['failed', null]]);
    });

    it('open requests lose their checks, approvals, codes and links, and have to be verified again', async () => {
      const { place } = await restored(async (deps, userId) => {
        const row = request(userId);
        await insert(deps, 'reset_requests', row);
        const check = {
          id: id(),
          request_id: row.id,
          kind: 'call_back',
          outcome: 'pass',
          at: NOW(),
        } as const;
        await insert(deps, 'reset_checks', check);
        await insert(deps, 'reset_approvals', { request_id: row.id, by_id: userId, at: NOW() });
        const asked = { asked_by: userId, asked_at: NOW(), manager_id: userId };
        await insert(deps, 'manager_confirmations', { id: id(), request_id: row.id, ...asked });
      });
      await place.within(async ({ db }) => {
        const [open_] = await db.kysely.selectFrom('reset_requests').selectAll().execute();
        expect(open_).toMatchObject({
          state: 'open',
          pending: 1,
          hold_ends_at: null,
          claimed_by: null,
          code_hash: null,
          veto_token_hash: null,
        });
        for (const table of ['reset_checks', 'reset_approvals'] as const) {
          const rows = await db.kysely.selectFrom(table).select('void_at').execute();
          expect(rows).toEqual([{ void_at: expect.any(Number) }]);
        }
        expect(await db.kysely.selectFrom('manager_confirmations').selectAll().execute()).toEqual([]);
      });
    });

    it('what waited for a second person is over, and has to be asked for again', async () => {
      const { place } = await restored(async (deps, userId) => {
        const change = { id: id(), kind: 'users.suspended', made_by: userId };
        const contents = { summary: 'Suspend Jo.', touches: [], input: { userId } };
        await deps.db.transaction((tx) =>
          insertChange(tx, deps.keys, {
            ...change,
            sealed: sealContents(deps, change, contents),
            state: 'waiting',
            made_at: NOW(),
            takes_effect_at: NOW() + 1,
            ends_at: NOW() + 100_000,
            decided_by: null,
            decided_at: null,
            note: null,
            problem: null,
            link_hash: 'a-link',
            about: null,
          }),
        );
      });
      await place.within(async ({ db, keys }) => {
        const [change] = await db.kysely.selectFrom('pending_changes').selectAll().execute();
        expect(change?.state).toBe('failed');
        expect(change && isAsWritten(keys, change)).toBe(true);
        const ends = await db.kysely
          .selectFrom('audit_events')
          .select('data')
          .where('action', '=', 'pending_change.failed')
          .execute();
        expect(ends.map(({ data }) => JSON.parse(data) as object)).toEqual([
          expect.objectContaining({ changeId: change?.id }),
        ]);
      });
    });

    it('what a reset was about to do in another system is not done', async () => {
      const { place } = await restored((deps) =>
        insert(deps, 'reset_effects', {
          id: id(),
          request_id: id(),
          system_id: id(),
          external_id: 'x',
          together: 1,
          factor_ids: '[]',
          state: 'planned',
          step: 'remove',
          attempts: 0,
          next_at: 0,
          leased_until: 0,
        }),
      );
      const rows = await place.within(({ db }) =>
        db.kysely.selectFrom('reset_effects').select('state').execute(),
      );
      expect(rows).toEqual([{ state: 'failed' }]);
    });

    it('staff get a mail of what may be missing, and one event binds the log that goes on', async () => {
      const { place } = await restored(() => Promise.resolve());
      await place.within(async ({ db }) => {
        const mails = await db.kysely.selectFrom('outbox').select(['kind', 'to_address']).execute();
        expect(mails).toEqual([{ kind: 'restored', to_address: 'ada@example.org' }]);
        const events = await db.kysely.selectFrom('audit_events').selectAll().orderBy('sequence').execute();
        const last = events.at(-1);
        expect(last?.action).toBe('backup.restored');
        expect(JSON.parse(last?.data ?? '')).toMatchObject({
          head: { sequence: (last?.sequence ?? 0) - 1, hash: last?.previous_hash },
          replaced: null,
          since: null,
        });
      });
      const verified = await runHere(['audit', 'verify', ...place.args]);
      expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
    });
  }, TWO_SERVERS);
});
