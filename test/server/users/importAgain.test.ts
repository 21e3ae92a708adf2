import { beforeEach, describe, expect, it } from 'vitest';
import { voiceOf } from '../../../server/words.ts';
import { importUsers } from '../../../server/features/users/import/importUsers.ts';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const HEADER = 'username,email,name,department,role,phone,mobile,manager';
const lines = (...rows: string[]) => [HEADER, ...rows].join('\r\n');
const FIRST = lines(
  'sam,sam@example.org,Sam Lee,Sales,,+441632960101,,',
  'jo,jo@example.org,Jo Park,Sales,,+441632960102,,sam',
);

let test: TestApp;
let token: string;

beforeEach(async () => {
  test = await createTestApp();
  token = await test.administrator.signIn({ stepUp: true });
  await send(FIRST);
  test.clock.advance(40 * DAY);
  token = await test.administrator.signIn({ stepUp: true });
});

const send = async (content: string, options: { dryRun?: boolean } = {}) =>
  (await test.call('users.import', { content, ...options }, { token })).body;
const detailOf = async (username: string) => {
  const { items } = (await test.call('users.list', { search: `${username}@` }, { token })).body;
  return (await test.call('users.get', { id: items[0]?.id ?? '' }, { token })).body;
};

describe('15.3 an import of people who are there', () => {
  const next = lines(
    'sam,Sam@example.org,Sam Lee,Sales,,+441632960101,,',
    'jo,jo.park@example.org,Jo Park,Finance,administrator,,,new',
    'new,new@example.org,New One,,,,,',
  );

  it('shows field by field what it would change, and changes nothing as a dry run', async () => {
    const body = await send(next, { dryRun: true });
    expect(body).toMatchObject({ imported: 1, updated: 1, unchanged: 1, skipped: 0 });
    expect(body.rows).toEqual([
      {
        line: 3,
        imported: true,
        problem:
          'E-mail: “jo@example.org” becomes “jo.park@example.org”. Department: “Sales” becomes “Finance”. Manager: “sam” becomes “new”.',
        changes: [
          { field: 'email', from: 'jo@example.org', to: 'jo.park@example.org' },
          { field: 'department', from: 'Sales', to: 'Finance' },
          { field: 'manager', from: 'sam', to: 'new' },
        ],
      },
    ]);
    expect(await detailOf('jo')).toMatchObject({ email: 'jo@example.org', department: 'Sales' });
  });

  it('changes it, as by hand: on record with its date, mailed to the old address, in the log; roles are not given by files', async () => {
    expect(await send(next)).toMatchObject({ imported: 1, updated: 1, unchanged: 1, rows: [{ line: 3 }] });
    const jo = await detailOf('jo.park');
    expect(jo).toMatchObject({
      department: 'Finance',
      manager: { username: 'new' },
      phone: { value: '+441632960102' },
      roles: ['user'],
    });
    const told = (await test.mails()).filter(({ kind }) => kind === 'contact_changed');
    expect(told.map(({ to }) => to).toSorted()).toEqual(['jo.park@example.org', 'jo@example.org']);
    const events = (await test.audit()).map(({ action }) => action);
    expect(events).toContain('user.updated');
    expect(events.at(-1)).toBe('users.import_changed');
    await test.services.audit.checkpoint(test.clock.now());
    expect(await test.services.audit.verify(test.clock.now())).toMatchObject({ ok: true });
    // Once more is nothing new.
    expect(await send(next)).toMatchObject({ imported: 0, updated: 0, unchanged: 3, rows: [] });
  });

  it('asks for a step-up where it changes what leads people to their resets', async () => {
    token = await test.administrator.signIn();
    const refused = await test.call('users.import', { content: next }, { token });
    expect([refused.status, refused.problem.code]).toEqual([403, 'step_up_required']);
    const moved = await send(lines('jo,jo@example.org,Jo Park,Finance,,,,'));
    expect(moved).toMatchObject({ updated: 1 });
  });

  it('S-32: a changed phone number is new for 30 days, whoever’s file it was', async () => {
    await send(lines('jo,jo@example.org,Jo Park,Sales,,+441632960199,,sam'));
    const { phone } = await detailOf('jo');
    expect(phone).toMatchObject({ value: '+441632960199', changedRecently: true });
  });

  it('leaves alone whom the move would free from MFA, and says where that is done', async () => {
    await test.setPolicy({ required: { scope: 'selected', roles: [], departments: ['Sales'] } });
    const body = await send(lines('jo,jo@example.org,Jo Park,Finance,,,,'));
    expect(body).toMatchObject({ updated: 0, skipped: 1 });
    expect(body.rows[0]?.problem).toMatch(/asks Jo Park for multi-factor authentication.*on their page/);
    expect((await detailOf('jo')).department).toBe('Sales');
  });

  it('by the operator needs no step-up, and is theirs in the log', async () => {
    const input = { content: next, dryRun: false, actor: null, now: test.clock.now(), voice: voiceOf(null) };
    expect(await importUsers(test.deps, input)).toMatchObject({ imported: 1, updated: 1 });
    const event = (await test.audit()).find(({ action }) => action === 'user.updated');
    expect(event?.actorId).toBeNull();
  });
});
