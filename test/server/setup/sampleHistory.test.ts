import type { Selectable } from 'kysely';
import { expect, test } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import { contradictionsOf } from '../../../contract/policyContradictions.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Schema } from '../../../server/db/schema.ts';
import { createSample } from '../../../server/features/setup/sample/createSample.ts';
import { DAY } from '../../../server/time.ts';
import { createClock, createTestDeps } from '../../support/deps.ts';

type Person = Selectable<Schema['users']>;

test.each([20, 300, 1500])('12.1 the past of %i people could have been', async (users) => {
  const db = openDatabase({ memory: true });
  const clock = createClock();
  const deps = await createTestDeps(db, { clock });
  await createSample(deps, { users, seed: users, now: clock.now() });
  const now = clock.now();
  const people = await db.kysely.selectFrom('users').selectAll().execute();
  const requests = await db.kysely.selectFrom('reset_requests').selectAll().execute();
  const log = await db.kysely.selectFrom('audit_events').selectAll().orderBy('sequence').execute();
  expect(people).toHaveLength(users);

  if (users >= 25)
    for (const is of [
      ({ locked_at }: Person) => locked_at !== null,
      ({ external }: Person) => external === 1,
      ({ setup_due }: Person) => setup_due === 1,
    ])
      expect(people.filter(is)).not.toEqual([]);

  // A mail for what was mailed, taken by a mail server seconds later: no code and no link is left in any of them.
  const mails = await db.kysely.selectFrom('outbox').selectAll().execute();
  expect(mails.length).toBeGreaterThan(10);
  expect(mails.length).toBeLessThan(1000);
  const kinds = new Set(mails.map(({ kind }) => kind));
  for (const kind of ['reset_requested', 'new_request', 'reset_approved_holding', 'mfa_set_up'])
    expect(kinds).toContain(kind);
  for (const { kind, state, sealed_body, sent_at, created_at, last_error, preview, secret } of mails) {
    expect(created_at).toBeGreaterThan(now - 31 * DAY);
    if (state === 'failed')
      expect([kind, secret, last_error]).toEqual(['account_suspended', 0, expect.stringMatching(/^550/)]);
    else {
      expect([state, sealed_body]).toEqual(['sent', null]);
      expect(sent_at).toBeGreaterThanOrEqual(created_at);
      expect(sent_at).toBeLessThanOrEqual(now);
      if (secret === 1) expect(preview).toBe('');
    }
  }
  if (users >= 300) expect(mails.some(({ state }) => state === 'failed')).toBe(true);
  for (const { request_id } of mails)
    if (request_id !== null) expect(requests.map(({ id }) => id)).toContain(request_id);

  // Whoever isn't at the office has an address of their own.
  const comeFrom = new Map<string, Set<string>>();
  for (const { address, actor_id } of log)
    if (address !== null && actor_id !== null)
      comeFrom.set(address, (comeFrom.get(address) ?? new Set()).add(actor_id));
  const shared = [...comeFrom].filter(([, whose]) => whose.size > 1);
  if (users <= 300) expect(shared.map(([address]) => address)).toEqual(['198.51.100.23']);
  expect(comeFrom.size).toBeGreaterThan(users / 8);

  // A setup says nothing of what led to it, as in life.
  for (const { action, data } of log) if (action === 'mfa.set_up') expect(data).toBe('{}');

  // Nobody does anything before they are there, or asks for a reset of what they had not set up.
  const firstOf = (action: string) => {
    const first = new Map<string, number>();
    for (const event of log)
      if (event.action === action && event.target_id !== null && !first.has(event.target_id))
        first.set(event.target_id, event.at);
    return first;
  };
  const created = firstOf('user.created');
  const setUp = firstOf('mfa.set_up');
  for (const { at, action, actor_id, target_id } of log) {
    expect(at).toBeLessThanOrEqual(now);
    if (action === 'organisation.created') continue;
    for (const id of [actor_id, target_id])
      if (id !== null) expect([action, at >= (created.get(id) ?? Infinity)]).toEqual([action, true]);
  }
  for (const { user_id, opened_at } of requests)
    expect(opened_at).toBeGreaterThan(setUp.get(user_id) ?? Infinity);
  for (const { id, mfa_state, mfa_since } of people)
    if (mfa_state !== 'off') expect(mfa_since).toBeGreaterThanOrEqual(setUp.get(id) ?? Infinity);

  // The log tells of as many sign-ins as are counted.
  const signIns = new Map<string | null, number>();
  for (const { action, actor_id } of log)
    if (action === 'sign_in.succeeded') signIns.set(actor_id, (signIns.get(actor_id) ?? 0) + 1);
  for (const { id, sign_ins } of people) expect(signIns.get(id) ?? 0).toBe(sign_ins);

  const versions = await db.kysely.selectFrom('policy_versions').selectAll().orderBy('version').execute();
  expect(versions.map(({ saved_at }) => saved_at)).toEqual(
    versions.map(({ saved_at }) => saved_at).toSorted((a, b) => a - b),
  );
  for (const { document } of versions)
    expect(contradictionsOf(JSON.parse(document) as PolicyDocument)).toEqual({});

  const days = await db.kysely.selectFrom('adoption_days').selectAll().orderBy('day').execute();
  expect(days.at(-1)?.on_count).toBe(people.filter(({ mfa_state }) => mfa_state !== 'off').length);
  expect(Date.parse(days[0]?.day ?? '')).toBeLessThan(now - 365 * DAY);
  await db.close();
  if (users < 300) return;

  // Resets in every month since MFA was first required, an afternoon under attack, and waves that one sees in the line.
  const months = new Set(
    requests
      .filter(({ state }) => state === 'completed')
      .map(({ opened_at }) => Math.floor(((now - opened_at) / (365 * DAY)) * 12)),
  );
  for (let month = 0; month < 9; month += 1) expect(months).toContain(month);
  const attacks = requests.filter(({ suspected_attack }) => suspected_attack === 1);
  expect(attacks.length).toBeGreaterThan(3);
  const on = (ago: number) => days.findLast(({ day }) => Date.parse(day) <= now - ago * DAY)?.on_count ?? 0;
  for (const wave of [300, 150, 65, 18]) {
    expect(on(wave - 15) - on(wave)).toBeGreaterThan(3 * (on(wave + 1) - on(wave + 16)));
  }
});
