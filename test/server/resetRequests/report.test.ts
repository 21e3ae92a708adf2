import { describe, expect, it } from 'vitest';
import { insertMany } from '../../../server/db/insertMany.ts';
import { createServices } from '../../../server/services.ts';
import { DAY, MINUTE, rfc3339 } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { openStaffedDesk } from './desk.ts';

describe('15.7 the auditor’s question: who had MFA reset, who asked, on what evidence, verified and approved by whom', () => {
  it('is one row a reset, newest first, with the evidence that counted', async () => {
    const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
    const { id, code } = await d.ask(jo);
    await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await d.check(id, priya, { kind: 'call_back', outcome: 'no_answer', number: 'phone' });
    d.clock.advance(MINUTE);
    await d.check(id, priya, { kind: 'call_back', outcome: 'pass', number: 'phone' });
    d.clock.advance(MINUTE);
    await d.approve(id, ana);
    const denied = await d.ask(omar);
    await d.deny(denied.id, ana);

    const { items, total, log } = await d.resets.report({});
    expect(items).toEqual([
      {
        requestId: id,
        resetAt: rfc3339(d.clock.now()),
        user: { id: jo.userId, username: 'jo', name: 'Jo' },
        department: null,
        tier: 'standard',
        source: 'sign_in',
        reason: 'lost_or_stolen',
        openedAt: rfc3339(d.clock.now() - 2 * MINUTE),
        openedBy: null,
        checks: [
          {
            kind: 'request_code',
            at: expect.any(String) as string,
            by: { id: priya.userId, username: 'priya', name: 'Priya' },
          },
          {
            kind: 'call_back',
            at: rfc3339(d.clock.now() - MINUTE),
            by: { id: priya.userId, username: 'priya', name: 'Priya' },
          },
        ],
        approvals: [{ by: { id: ana.userId, username: 'ana', name: 'Ana' }, at: rfc3339(d.clock.now()) }],
      },
    ]);
    expect(total).toEqual({ count: 1, exact: true });
    expect(log).toMatchObject({
      events: expect.any(Number) as number,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('names what was reset at the server too, where no request and no evidence is', async () => {
    const { jo, priya, ana, ...d } = await openStaffedDesk();
    await createServices(d.deps).recover({ username: 'jo', unlockOnly: false, now: d.clock.now() });
    const { items, atServer } = await d.resets.report({});
    expect([items, atServer]).toEqual([
      [],
      [
        {
          resetAt: rfc3339(d.clock.now()),
          user: { id: jo.userId, username: 'jo', name: 'Jo' },
          department: null,
        },
      ],
    ]);
    expect((await d.resets.report({ userId: priya.userId })).atServer).toBeUndefined();
    expect((await d.resets.report({ actorId: ana.userId })).atServer).toBeUndefined();
    let csv = '';
    for await (const part of d.resets.exportReport({})) csv += part;
    expect(csv).toMatch(/,jo,Jo,.*,server,.*gatehouse recover/);
  });

  it('is found by whose it was, who worked on it, when and how grave it was', async () => {
    const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
    const { id, code } = await d.ask(jo);
    await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
    await d.check(id, priya, { kind: 'call_back', outcome: 'pass', number: 'phone' });
    await d.approve(id, ana);
    const at = d.clock.now();
    const found = async (filters: Parameters<typeof d.resets.report>[0]) =>
      (await d.resets.report(filters)).items.length;
    expect(await found({ userId: jo.userId })).toBe(1);
    expect(await found({ userId: ana.userId })).toBe(0);
    expect(await found({ actorId: priya.userId })).toBe(1);
    expect(await found({ actorId: ana.userId })).toBe(1);
    expect(await found({ actorId: omar.userId })).toBe(0);
    expect(await found({ tier: 'privileged' })).toBe(0);
    expect(await found({ from: rfc3339(at), to: rfc3339(at) })).toBe(1);
    expect(await found({ from: rfc3339(at + 1) })).toBe(0);
  });
});

forEachDatabase((open) => {
  it('15.7 pages and the CSV have each reset once, and the same filters', async () => {
    const test = await createTestApp({ db: await open() });
    const token = await test.administrator.signIn();
    const ids = await addResets(test, 5);
    const page = async (cursor?: string) =>
      (await test.call('audit.resets', { limit: 2, ...(cursor === undefined ? {} : { cursor }) }, { token }))
        .body;
    const seen: string[] = [];
    for (let next = await page(); ; next = await page(next.nextCursor)) {
      seen.push(...next.items.map(({ requestId }) => requestId));
      if (next.nextCursor === null) break;
    }
    expect(seen).toEqual(ids.toReversed());

    const csv = await test.app.inject({
      url: '/api/v1/audit/resets/export?tier=standard',
      headers: { host: 'localhost', authorization: `Bearer ${token}` },
    });
    const lines = csv.body.trim().split('\r\n');
    expect(lines[0]).toBe(
      'reset_at,username,name,department,tier,reason,source,asked_at,asked_by,evidence,approved_by,request_id',
    );
    expect(lines).toHaveLength(6);
    const none = await test.app.inject({
      url: '/api/v1/audit/resets/export?tier=privileged',
      headers: { host: 'localhost', authorization: `Bearer ${token}` },
    });
    expect(none.body.trim().split('\r\n')).toHaveLength(1);
  });

  it('15.7 the CSV has every reset at the server, also of people who are gone', async () => {
    const test = await createTestApp({ db: await open() });
    const token = await test.administrator.signIn();
    const rows = Array.from({ length: 501 }, (_, index) => ({
      sequence: 1000 + index,
      id: `01a1eb01-09e4-726b-b1ec-8962ae${String(index).padStart(6, '0')}`,
      at: test.clock.now() - index,
      action: 'recovery.used',
      target_id: '01a1eb01-09e4-726b-b1ec-8962aeea6139',
      target_name: 'Gail Gone',
      data: '{"act":"reset"}',
      previous_hash: '',
      hash: String(index),
    }));
    await test.deps.db.transaction((tx) => insertMany(tx, 'audit_events', rows));
    const csv = await test.app.inject({
      url: '/api/v1/audit/resets/export',
      headers: { host: 'localhost', authorization: `Bearer ${token}` },
    });
    const lines = csv.body.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(501);
    expect(new Set(lines).size).toBe(501);
    expect(lines[500]).toMatch(/,,Gail Gone,.*gatehouse recover/);
    const { body } = await test.call('audit.resets', {}, { token });
    expect(body.atServer?.[0]).toMatchObject({ user: { name: 'Gail Gone' } });
  });

  it('15.7 is not for people who may not read the log', async () => {
    const test = await createTestApp({ db: await open() });
    const priya = await test.person({ username: 'priya', roles: ['help_desk'] });
    const refused = await test.call('audit.resets', {}, { token: await priya.signIn() });
    expect([refused.status, refused.problem.code]).toEqual([403, 'forbidden']);
  });
});

/** Resets of one person that were done on one day after the other; answers the ids, oldest first. */
async function addResets(test: TestApp, count: number): Promise<string[]> {
  const { id: userId } = await test.person({ username: 'jo' });
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `01a1eb01-09e4-726b-b1ec-8962aeea613${index}`,
    user_id: userId,
    state: 'completed' as const,
    pending: 0,
    tier: 'standard' as const,
    reasons: '[]',
    source: 'sign_in' as const,
    reason: null,
    staff_note: '',
    code_wrong_tries: 0,
    opened_at: test.clock.now() - 30 * DAY,
    expires_at: test.clock.now(),
    suspected_attack: 0,
    ended_at: test.clock.now() - (count - index) * DAY,
    version: 1,
  }));
  await test.deps.db.kysely.insertInto('reset_requests').values(rows).execute();
  return rows.map(({ id }) => id);
}
