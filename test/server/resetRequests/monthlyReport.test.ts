import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Db } from '../../../server/db/connection.ts';
import { createMonthlyReport } from '../../../server/features/resetRequests/monthly/report.ts';
import { DAY, HOUR, rfc3339 } from '../../../server/time.ts';
import { TWO_SERVERS, forEachDatabase } from '../../support/databases.ts';
import { createClock } from '../../support/deps.ts';
import { openStaffedDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

/** The first of December 2026 is a Tuesday; in winter the zone is an hour ahead of UTC. */
const ZONE = 'Europe/Berlin';
const DUE = Date.UTC(2026, 11, 1, 7);

/** A desk at noon on 31 October, with an auditor whom policy names for the report. */
async function world(options: { db?: Db } = {}) {
  const desk = await openStaffedDesk({ ...options, clock: createClock(Date.UTC(2026, 9, 31, 12)) });
  const carl = await desk.person('carl', { roles: ['auditor'] });
  await desk.deps.db.kysely
    .insertInto('settings')
    .values({ name: 'timeZone', value: JSON.stringify(ZONE), updated_at: 0 })
    .execute();
  await desk.policy({ resetReportTo: [carl.userId] });
  const report = createMonthlyReport(desk.deps);
  return {
    ...desk,
    carl,
    send: () => report.sendDue(desk.clock.now()),
    until: (at: number) => desk.clock.advance(at - desk.clock.now()),
    reports: async () => (await desk.mails()).filter(({ kind }) => kind === 'reset_report'),
  };
}

async function reset(desk: Desk, whose: Actor, { by, decided }: { by: Actor; decided: Actor }) {
  const { id, code } = await desk.ask(whose);
  await desk.check(id, by, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await desk.check(id, by, { kind: 'call_back', outcome: 'pass', number: 'phone' });
  await desk.approve(id, decided);
}

const events = async ({ deps }: Desk) =>
  (
    await deps.db.kysely
      .selectFrom('audit_events')
      .select('data')
      .where('action', '=', 'audit.report_sent')
      .execute()
  ).map(({ data }) => JSON.parse(data) as unknown);

forEachDatabase((open) => {
  test('15.7: on the first working day whom policy names get the figures of the month and a link to its list', async () => {
    const desk = await world({ db: await open() });
    const { jo, priya, ana, omar, until, send, reports } = desk;
    until(Date.UTC(2026, 9, 31, 22, 59, 59));
    await reset(desk, jo, { by: priya, decided: ana });
    // A second later it is November in Berlin.
    until(Date.UTC(2026, 9, 31, 23));
    const kim = await desk.person('kim', { phone: '+442079460042' });
    await reset(desk, kim, { by: priya, decided: ana });
    const denied = await desk.ask(omar);
    await desk.deny(denied.id, ana, true);
    until(Date.UTC(2026, 10, 30, 22, 59, 59));
    const lee = await desk.person('lee', { phone: '+442079460043' });
    await reset(desk, lee, { by: priya, decided: ana });
    until(Date.UTC(2026, 10, 30, 23));
    const mia = await desk.person('mia', { phone: '+442079460044' });
    await reset(desk, mia, { by: priya, decided: ana });

    until(DUE - 1);
    await send();
    expect(await reports()).toEqual([]);
    until(DUE);
    await send();
    const [mail, ...others] = await reports();
    expect(others).toEqual([]);
    expect(mail?.to).toBe('carl@example.org');
    expect(mail?.text).toContain('Resets of multi-factor authentication in November 2026');
    expect(mail?.text).toContain('Resets that were done: 2 (the month before: 1)');
    expect(mail?.text).toContain('By tier: 2 standard, 0 elevated, 0 privileged');
    expect(mail?.text).toContain('Requests that were denied: 1, as suspected attacks 1 of them');
    // No names of people, in any case.
    expect(mail?.text).not.toMatch(/\b(kim|lee|priya|ana|omar)\b/i);
    const [link] = /https?:\S+\/audit\/resets\?\S+/.exec(mail?.text ?? '') ?? [];
    const { from, to } = Object.fromEntries(new URL(link ?? '').searchParams);
    expect({ from, to }).toEqual({ from: '2026-10-31T23:00:00.000Z', to: '2026-11-30T22:59:59.999Z' });
    const listed = await desk.resets.report({ from: from ?? '', to: to ?? '' });
    expect(listed.items.map(({ user }) => user.name)).toEqual(['Lee', 'Kim']);
    expect((await events(desk)).at(-1)).toEqual({ month: '2026-11', count: 2, recipients: ['Carl'] });
  });
});

test('its event, its mails and its turn are one: where the mail can’t be written, nothing is', async () => {
  const desk = await world();
  const { kysely } = desk.deps.db;
  desk.until(DUE);
  await sql`create trigger refuse before insert on outbox
    begin select raise(abort, 'no more mails'); end`.execute(kysely);
  await expect(desk.send()).rejects.toThrow('no more mails');
  expect(await events(desk)).toEqual([]);
  await sql`drop trigger refuse`.execute(kysely);
  await desk.send();
  expect([await desk.reports(), await events(desk)]).toMatchObject([[{ to: 'carl@example.org' }], [{}]]);
});

test('a server that was down that day sends it when it is up again, once', async () => {
  const { send, until, reports, clock } = await world();
  until(DUE + 5 * DAY);
  await send();
  clock.advance(HOUR);
  await send();
  expect(await reports()).toHaveLength(1);
  until(Date.UTC(2027, 0, 1, 6, 59));
  await send();
  expect(await reports()).toHaveLength(1);
  clock.advance(HOUR);
  await send();
  expect((await reports()).at(-1)?.text).toContain('in December 2026');
});

test('whom policy names later hears of the month that ends next', async () => {
  const desk = await world();
  await desk.policy({ resetReportTo: [] });
  desk.until(DUE);
  await desk.send();
  await desk.policy({ resetReportTo: [desk.carl.userId] });
  desk.clock.advance(HOUR);
  await desk.send();
  expect([await desk.reports(), await events(desk)]).toEqual([[], []]);
});

test('whoever may not read the log any more gets none, and the log says that nobody did', async () => {
  const desk = await world();
  const { db } = desk.deps;
  await desk.policy({ resetReportTo: [desk.carl.userId, desk.omar.userId] });
  await db.kysely.updateTable('users').set({ status: 'suspended' }).where('username', '=', 'omar').execute();
  // SECURITY: a role that was written into the database by hand is none.
  await db.kysely
    .updateTable('user_roles')
    .set({ role: 'administrator' })
    .where('user_id', '=', desk.carl.userId)
    .execute();
  desk.until(DUE);
  await desk.send();
  expect(await desk.reports()).toEqual([]);
  expect(await events(desk)).toEqual([{ month: '2026-11', count: 0, recipients: [] }]);
  expect(rfc3339(desk.clock.now())).toBe('2026-12-01T07:00:00.000Z');
});

forEachDatabase((open) => {
  test('of several servers one sends it', async () => {
    const db = await open();
    const desk = await world({ db });
    desk.until(DUE);
    const servers = [db, db.another(), db.another()].map((each) =>
      createMonthlyReport({ ...desk.deps, db: each }),
    );
    const sent = servers.flatMap((server) => [1, 2].map(() => server.sendDue(desk.clock.now())));
    await Promise.all(sent);
    expect(await desk.reports()).toHaveLength(1);
    expect(await events(desk)).toHaveLength(1);
  });
}, TWO_SERVERS);
