import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Db, Reader } from '../../../server/db/connection.ts';
import { effectConditions } from '../../../server/features/policy/effects.ts';
import { pageOfImpact } from '../../../server/features/policy/impact.ts';
import { countImpact } from '../../../server/features/policy/impactStore.ts';
import type { Effect } from '../../../server/features/policy/effects.ts';
import { forgetOldGrace } from '../../../server/domain/policy/forgetGrace.ts';
import { createPolicyService } from '../../../server/features/policy/service.ts';
import type { StandingFacts } from '../../../server/domain/policy/standing.ts';
import { accountOf, stepAfterPassword } from '../../../server/domain/sessions/account.ts';
import type { User } from '../../../server/domain/people/people.ts';
import { isStaff } from '../../../contract/permissions.ts';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import { openDesk } from '../resetRequests/desk.ts';
import { NOW, insertPeople, policies, somePeople } from './people.ts';

/** Everyday runs take fewer; `npm run test:impact` is 10,000 people and 200 pairs of policies. */
const [PEOPLE, PAIRS] = process.env['GATEHOUSE_LONG'] === '1' ? [10_000, 200] : [1000, 60];
const ROLLED_BACK = new Error('Not saved.');

/** What the sign-in service decides after the password check, and whether MFA is asked for. */
function atSignIn(user: User, person: StandingFacts, document: PolicyDocument) {
  const account = accountOf(
    user,
    { roles: [...person.roles], firstEnrolment: false, waivedUntil: null },
    { document },
    NOW,
  );
  return { step: stepAfterPassword(account), required: account.standing.required };
}

function effectOf(was: ReturnType<typeof atSignIn>, is: ReturnType<typeof atSignIn>): Effect | null {
  // Whose password is refused is asked for nothing after it.
  if (is.step === null) return null;
  if (is.step === 'setup' && was.step !== 'setup') return 'setupAtNextSignIn';
  if (is.step === 'signed_in_with_grace' && was.step !== 'signed_in_with_grace') return 'entersGrace';
  return was.required && !is.required ? 'freed' : null;
}

const usersOf = async (reader: Reader): Promise<Map<string, User>> =>
  new Map((await reader.selectFrom('users').selectAll().execute()).map((user) => [user.id, user]));

/** The users as a save leaves them, which then does not happen. */
async function usersAfterSave(
  db: Db,
  before: PolicyDocument,
  after: PolicyDocument,
): Promise<Map<string, User>> {
  let saved = new Map<string, User>();
  const save = db.transaction(async (tx) => {
    await forgetOldGrace(tx, before, after, NOW);
    saved = await usersOf(tx);
    throw ROLLED_BACK;
  });
  await expect(save).rejects.toBe(ROLLED_BACK);
  return saved;
}

test(
  'S-40 impact says of each user what sign-in decides, for random people and pairs of policies',
  { timeout: 0 },
  async () => {
    const desk = await openDesk();
    const { db } = desk.deps;
    const people = somePeople(PEOPLE, 3);
    for (let from = 0; from < PEOPLE; from += 1000) await insertPeople(db, people.slice(from, from + 1000));
    const users = await usersOf(db.kysely);
    const documents = fc.sample(policies, { numRuns: PAIRS, seed: 5 });
    let hits = 0;
    for (const [index, before] of documents.entries()) {
      const after = documents[(index + 1) % documents.length] ?? before;
      const conditions = effectConditions(before, after, NOW);
      const counts = await countImpact(db.kysely, conditions);
      const found = new Map<string, Effect | 'later'>();
      let cursor: string | undefined;
      do {
        const page = await pageOfImpact(db.kysely, conditions, counts, { cursor, limit: PEOPLE / 5 });
        for (const { id, effect } of page.items) found.set(id, effect);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);

      const saved = await usersAfterSave(db, before, after);
      const expected = new Map<string, Effect>();
      const staff = new Set<string>();
      for (const person of people) {
        const [was, is] = [users.get(person.userId), saved.get(person.userId)];
        if (!was || !is) throw new Error(`${person.userId} is gone.`);
        const effect = effectOf(atSignIn(was, person, before), atSignIn(is, person, after));
        if (effect === null) continue;
        expected.set(person.userId, effect);
        if (isStaff(person.roles)) staff.add(person.userId);
      }
      expect(found).toEqual(expected);
      const effects = [...expected.values()];
      const count = (effect: Effect) => effects.filter((each) => each === effect).length;
      expect(counts).toEqual({
        setupAtNextSignIn: count('setupAtNextSignIn'),
        entersGrace: count('entersGrace'),
        freed: count('freed'),
        staffAffected: staff.size,
      });
      hits += expected.size;
    }
    expect(hits).toBeGreaterThan((PEOPLE * PAIRS) / 40);
  },
);

test('S-40 what impact says of each person is what signing in with the password answers after the save', async () => {
  const t = await createTestApp();
  for (const [index, department] of ['Finance', 'Wards', 'IT', undefined].entries())
    for (const mfa of [true, false])
      await t.person({ username: `u${index}${mfa ? 'on' : 'off'}`, department, mfa });
  const token = await t.administrator.signIn({ stepUp: true });
  const everyone = { scope: 'everyone' as const, roles: [], departments: [] };
  const finance = { scope: 'selected' as const, roles: [], departments: ['Finance'] };
  let version = 1;
  for (const change of [
    { required: finance, graceDays: 0 },
    { required: everyone, graceDays: 14 },
    { required: { ...finance, departments: ['Wards'] }, graceDays: 0 },
    { required: everyone, graceDays: 0 },
  ]) {
    const impact = await t.call('policy.impact', change, { token });
    const said = new Map(impact.body.users.items.map(({ username, effect }) => [username, effect]));
    expect(said.size).toBeGreaterThan(0);
    const saved = await t.call('policy.update', { ...change, version, reason: 'Next.' }, { token });
    expect(saved.status).toBe(200);
    version = saved.body.version;
    for (const [username, effect] of said) {
      const { body } = await t.call('signIn.start', { username, password: PASSWORD });
      expect([username, body.outcome]).toEqual([
        username,
        effect === 'setupAtNextSignIn'
          ? 'setup_required'
          : username.endsWith('on')
            ? 'code_required'
            : 'signed_in',
      ]);
      if (body.outcome !== 'signed_in') continue;
      const me = await t.call('me.get', {}, { token: body.session.token ?? '' });
      expect([username, me.body.mfa.graceEndsAt !== null]).toEqual([username, effect === 'entersGrace']);
    }
  }
});

test('suspended people and those who sign in by SSO alone are not asked', async () => {
  const desk = await openDesk();
  await desk.person('a', { mfa_state: 'off', status: 'suspended' });
  await desk.person('b', { mfa_state: 'off', external: 1 });
  await desk.person('c', { mfa_state: 'off' });
  const service = createPolicyService(desk.deps);
  const required = { scope: 'everyone' as const, roles: [], departments: [] };
  const impact = await service.impact({ required, graceDays: 0 }, desk.clock.now());
  expect(impact).toMatchObject({
    setupAtNextSignIn: 1,
    entersGrace: 0,
    freed: 0,
    staffAffected: 0,
    weakens: false,
  });
  expect(impact.users.items.map(({ username, effect }) => [username, effect])).toEqual([
    ['c', 'setupAtNextSignIn'],
  ]);
});
