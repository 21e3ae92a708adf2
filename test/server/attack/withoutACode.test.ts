import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

/** Ana, an administrator, signed in without a code and with one; Olga, a security officer. */
async function openHouse(options: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createTestApp(options);
  const olga = await app.person({ username: 'olga', roles: ['security_officer'] });
  const ana = await app.person({ username: 'ana', roles: ['administrator'] });
  app.clock.advance(40 * DAY);
  const told = async (kind: string) =>
    (await app.mails()).filter((mail) => mail.kind === kind).map(({ to, text }) => ({ to, text }));
  return { ...app, olga, ana, told };
}

const EVERYBODY_WHO_ANSWERS = ['admin@example.org', 'ana@example.org', 'olga@example.org'];

describe('issue 8.4: what leads people or notices elsewhere asks for a code, and is told of', () => {
  const changes: [string, Partial<InputOf<'policy.update'>>, RegExp][] = [
    [
      'links of recommended apps',
      { recommendedApps: [{ name: 'Northwind Login', url: 'https://apps.evil.example/get' }] },
      /-> Northwind Login \(https:\/\/apps\.evil\.example\/get\)/,
    ],
    [
      'requests’ notices, turned into a digest',
      { resetNoticesAs: 'digest' },
      /one for each -> at most once an hour/,
    ],
  ];
  test.each(changes)('%s', async (_what, change, words) => {
    const { call, olga, told, audit } = await openHouse();
    const token = await olga.signIn();
    const saving = { version: 1, reason: 'Nicer.', ...change };
    const impact = await call('policy.impact', change, { token });
    expect(impact.body).toMatchObject({ weakens: false, stepUpRequired: true });
    expect((await call('policy.update', saving, { token })).problem.code).toBe('step_up_required');
    const confirmed = await olga.signIn({ stepUp: true });
    expect((await call('policy.update', saving, { token: confirmed })).status).toBe(200);
    const mails = await told('led_elsewhere');
    expect(mails.map(({ to }) => to).toSorted()).toEqual(EVERYBODY_WHO_ANSWERS);
    expect(mails[0]?.text).toMatch(words);
    expect((await audit()).map(({ action }) => action)).toContain('policy.saved');
  });

  test('requests’ notices, sent to one person instead of every administrator', async () => {
    const { call, olga, told } = await openHouse();
    const saving = { version: 1, reason: 'Quieter.', resetNotices: [olga.id] };
    expect((await call('policy.update', saving, { token: await olga.signIn() })).problem.code).toBe(
      'step_up_required',
    );
    await call('policy.update', saving, { token: await olga.signIn({ stepUp: true }) });
    expect((await told('led_elsewhere'))[0]?.text).toContain('every administrator -> 1 named person');
  });

  test('the monthly report, taken from those who read it', async () => {
    const { call, olga, told } = await openHouse();
    const save = async (version: number, resetReportTo: string[], token: string) =>
      (await call('policy.update', { version, reason: 'Quieter.', resetReportTo }, { token })).problem.code;
    await save(1, [olga.id], await olga.signIn({ stepUp: true }));
    expect(await save(2, [], await olga.signIn())).toBe('step_up_required');
    await save(2, [], await olga.signIn({ stepUp: true }));
    const mails = (await told('led_elsewhere')).map(({ text }) => text);
    expect(mails.some((text) => text.includes('report of resets goes to: 1 named person -> nobody'))).toBe(
      true,
    );
  });

  test('the help desk’s phone and hours', async () => {
    const { call, ana, told } = await openHouse();
    for (const change of [{ helpDeskPhone: '+44 20 7946 0666' }, { helpDeskHours: 'Day and night' }]) {
      const plain = await ana.signIn();
      expect((await call('settings.update', change, { token: plain })).problem.code).toBe('step_up_required');
      const token = await ana.signIn({ stepUp: true });
      expect((await call('settings.update', change, { token })).status).toBe(204);
    }
    const mails = await told('led_elsewhere');
    expect(mails.map(({ to }) => to).toSorted()).toEqual(EVERYBODY_WHO_ANSWERS.flatMap((to) => [to, to]));
    expect(mails.map(({ text }) => text).join()).toContain('none -> +44 20 7946 0666');
  });

  test('an app’s link begins with https://', async () => {
    const { call, olga } = await openHouse();
    const recommendedApps = [{ name: 'Login', url: 'http://apps.evil.example' }];
    const token = await olga.signIn({ stepUp: true });
    const { problem } = await call('policy.update', { version: 1, reason: 'x', recommendedApps }, { token });
    expect(problem.code).toBe('invalid_input');
  });
});

forEachDatabase((openDb) => {
  test('issue 8.4: one person suspends two of the staff in a day, at once and without a code; a third waits for a second person', async () => {
    const { call, person, ana, olga, clock, audit } = await openHouse({ db: await openDb() });
    const ids: string[] = [];
    for (const username of ['s1', 's2', 's3', 's4'])
      ids.push((await person({ username, roles: ['help_desk'], mfa: false })).id);
    const user = await person({ username: 'jo', mfa: false });
    const token = await ana.signIn();
    const suspend = (id: string) => call('users.update', { id, status: 'suspended' }, { token });
    const statusOf = async (id: string) => (await call('users.get', { id }, { token })).body.status;
    const answers = await Promise.all(ids.map(suspend));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 202, 202]);
    const waiting = answers.flatMap(({ body }, index) =>
      'pendingChange' in body ? [{ ...body.pendingChange, userId: ids[index] ?? '' }] : [],
    );
    const [third, fourth] = waiting;
    if (!third || !fourth) throw new Error('Nothing waits.');
    expect(third).toMatchObject({ kind: 'users.suspended', takesEffectAt: null });
    expect(third.summary).toMatch(/^Suspend s\d \(s\d\), help desk\.$/);
    expect(await statusOf(third.userId)).toBe('active');
    const agree = async (by: typeof ana) =>
      call('pendingChanges.approve', { id: third.id }, { token: await by.signIn({ stepUp: true }) });
    expect((await agree(ana)).problem.code).toBe('second_person_required');
    expect((await agree(olga)).body).toMatchObject({ state: 'in_effect' });
    expect(await statusOf(third.userId)).toBe('suspended');
    const { actorId, targetId } = (await audit()).findLast(({ action }) => action === 'user.suspended') ?? {};
    expect([actorId, targetId]).toEqual([ana.id, third.userId]);
    // With other changes it is refused whole; users are none of the staff, and another day is another day.
    const both = { id: fourth.userId, status: 'suspended', department: 'Sales' } as const;
    expect((await call('users.update', both, { token })).problem.code).toBe('second_person_required');
    expect((await suspend(user.id)).status).toBe(200);
    clock.advance(DAY);
    const tomorrow = await ana.signIn();
    const next = await call('users.update', { id: fourth.userId, status: 'suspended' }, { token: tomorrow });
    expect(next.status).toBe(200);
    const late = { token: await olga.signIn({ stepUp: true }) };
    expect((await call('pendingChanges.approve', { id: fourth.id }, late)).problem).toMatchObject({
      code: 'change_not_possible',
      detail: expect.stringMatching(/^s\d was suspended in the meantime\.$/) as string,
    });
  });

  test('issue 8.4: what somebody’s puppets suspend counts as theirs, and theirs as the puppets’', async () => {
    const { call, person, ana, clock } = await openHouse({ db: await openDb() });
    const [pia, ...staff] = await Promise.all(
      ['pia', 's1', 's2', 's3'].map((username) =>
        person({ username, roles: username === 'pia' ? [] : ['help_desk'] }),
      ),
    );
    if (!pia) throw new Error('There is no Pia.');
    const token = await ana.signIn({ stepUp: true });
    await call('users.update', { id: pia.id, roles: ['administrator'] }, { token });
    clock.advance(60_000);
    const puppet = await pia.signIn();
    const suspend = async (id = '', by = token) =>
      (await call('users.update', { id, status: 'suspended' }, { token: by })).status;
    expect(await suspend(staff[0]?.id)).toBe(200);
    expect(await suspend(staff[1]?.id, puppet)).toBe(200);
    expect(await suspend(staff[2]?.id, puppet)).toBe(202);
    expect(await suspend(staff[2]?.id)).toBe(202);
  });

  test('issue 8.4: one person sends 20 set-up links again in an hour, however many at once', async () => {
    const { call, person, ana, clock } = await openHouse({ db: await openDb() });
    const { id } = (
      await call(
        'users.create',
        { username: 'nils', name: 'Nils', email: 'nils@example.org' },
        { token: await ana.signIn() },
      )
    ).body;
    const token = await ana.signIn();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => call('users.sendSetUpLink', { id }, { token })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.problem).toMatchObject({ code: 'too_many_attempts', retryAfter: expect.any(Number) });
    expect(refused?.headers['retry-after']).toBe(String(refused?.problem.retryAfter));
    // Somebody new gets theirs, and so does this one an hour later.
    const input = { username: 'nora', name: 'Nora', email: 'nora@example.org' };
    expect((await call('users.create', input, { token })).status).toBe(200);
    const bea = await person({ username: 'bea', roles: ['administrator'] });
    expect((await call('users.sendSetUpLink', { id }, { token: await bea.signIn() })).status).toBe(200);
    clock.advance(HOUR);
    expect((await call('users.sendSetUpLink', { id }, { token: await ana.signIn() })).status).toBe(200);
  });
});

describe('issue 8.4: a move to a department that frees somebody from MFA', () => {
  async function openBranch(startsOn: string | null) {
    const house = await openHouse();
    await house.setPolicy({
      required: { scope: 'selected', roles: [], departments: ['Sales'] },
      startsOn,
    });
    const jo = await house.person({ username: 'jo', department: 'Sales' });
    return { ...house, jo };
  }

  test.each([
    ['asks for a code, says so, and asks again', null],
    ['also where the rule begins later', '2030-01-01T00:00:00Z'],
  ])('%s', async (_what, startsOn) => {
    const { call, ana, jo, told, audit } = await openBranch(startsOn);
    const move = { id: jo.id, department: 'Marketing' };
    expect((await call('users.update', move, { token: await ana.signIn() })).problem.code).toBe(
      'step_up_required',
    );
    const token = await ana.signIn({ stepUp: true });
    const asked = await call('users.update', move, { token });
    expect(asked.problem.code).toBe('confirm_freed');
    expect(asked.problem.detail).toContain('Marketing');
    expect((await call('users.update', { ...move, confirmFreed: true }, { token })).status).toBe(200);
    const mails = await told('person_freed');
    // Ada, who began the organisation, is an officer, too.
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'olga@example.org']);
    const event = (await audit()).findLast(({ action }) => action === 'user.updated');
    expect(event?.data).toMatchObject({ frees: true });
  });

  test('is not what any other move is', async () => {
    const { call, ana, olga, jo, person, told } = await openBranch(null);
    const token = await ana.signIn();
    const kim = await person({ username: 'kim', department: 'Marketing' });
    for (const [id, department] of [
      [kim.id, 'Sales'],
      [kim.id, 'Sales '],
      [jo.id, 'Sales'],
      [olga.id, 'Marketing'],
    ] as const)
      expect((await call('users.update', { id, department }, { token })).status).toBe(200);
    expect(await told('person_freed')).toEqual([]);
  });
});
