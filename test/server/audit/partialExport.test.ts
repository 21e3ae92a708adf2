import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkpointPublicKey } from '../../../server/crypto/checkpoints.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { A_PART, verifyExport } from '../../../server/features/audit/verifyExport.ts';
import { rfc3339 } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { putPerson } from '../../support/deps.ts';
import { runHere } from '../../support/runHere.ts';
import { createAuditWorld, textOf } from './support/world.ts';

const linesOf = (text: string) => text.trimEnd().split(/\r?\n/);

forEachDatabase((open) => {
  describe('an export of what the list shows', () => {
    it('has the events that the filters choose, as the whole export has them, and says that it is a part', async () => {
      const { audit, deps, append, actor, clock } = await createAuditWorld(open);
      await append(1100);
      const begun = clock.now();
      clock.advance(5000);
      await append(4);
      const filters = { action: 'mfa.set_up', userId: actor.userId, from: rfc3339(begun + 5000) };
      const [head, ...part] = linesOf(
        await textOf(await audit.export(actor, { format: 'jsonl', ...filters }, clock.now())),
      );
      expect(JSON.parse(head ?? '')).toMatchObject({ export: 'gatehouse-audit', partial: true, filters });
      expect(part).toHaveLength(2);
      const whole = linesOf(await textOf(await audit.export(actor, {}, clock.now())));
      expect(whole).toEqual(expect.arrayContaining(part));
      const ours = (version: number) => checkpointPublicKey(deps.keys, version);
      expect(await verifyExport(whole, ours)).toMatchObject({ ok: true });

      const all = linesOf(
        await textOf(await audit.export(actor, { format: 'ocsf', action: 'mfa' }, clock.now())),
      );
      expect(all).toHaveLength(552);
      const csv = linesOf(
        await textOf(await audit.export(actor, { format: 'csv', ...filters }, clock.now())),
      );
      expect(csv).toHaveLength(3);
    });

    it('is told with what it was filtered by', async () => {
      const { audit, append, actor, clock } = await createAuditWorld(open);
      await append(2);
      const filters = { userId: actor.userId, address: '[2001:db8::1]:443' };
      await textOf(await audit.export(actor, { format: 'csv', ...filters }, clock.now()));
      const { items } = await audit.list({ action: 'audit.exported' });
      expect(items.map(({ data }) => data)).toEqual([{ format: 'csv', ...filters, person: 'Olga' }]);
      await expect(audit.export(actor, { from: '2026-13-01T00:00:00Z' }, clock.now())).rejects.toMatchObject({
        code: 'invalid_input',
      });
      expect((await audit.list({ action: 'audit.exported' })).total.count).toBe(1);
    });

    it('S-51: can’t be verified, whatever is changed of its first line, and `audit verify` says why', async () => {
      const { audit, deps, append, actor, clock, file } = await createAuditWorld(open);
      await append(10);
      const ours = (version: number) => checkpointPublicKey(deps.keys, version);
      const part = linesOf(await textOf(await audit.export(actor, { action: 'mfa' }, clock.now())));
      expect(await verifyExport(part, ours)).toMatchObject({
        ok: false,
        problems: [{ sequence: 0, problem: A_PART }],
      });
      const whole = linesOf(await textOf(await audit.export(actor, {}, clock.now())));
      expect((await verifyExport(part.with(0, whole[0] ?? ''), ours)).ok).toBe(false);

      const path = join(file, '..', 'part.jsonl');
      writeFileSync(path, `${part.join('\n')}\n`);
      const key = join(file, '..', 'audit.pub');
      writeFileSync(key, `${deps.keys.current}:${ours(deps.keys.current) ?? ''}\n`);
      const told = await runHere(['audit', 'verify', path, '--public-key', key]);
      expect(told).toMatchObject({ exitCode: 1, stdout: '' });
      expect(told.stderr).toContain('This is a part of the audit log');
    });

    it('CSV says who the ids in the data of an event belong to', async () => {
      const { audit, deps, actor, clock } = await createAuditWorld(open);
      const mary = await putPerson(deps, { username: 'mary' });
      await deps.db.transaction((tx) =>
        appendAudit(tx, deps, {
          at: clock.now(),
          action: 'policy.saved',
          actor: { id: actor.userId, name: 'Olga' },
          target: null,
          data: { changes: [{ field: 'resetNotices', from: [], to: [mary, mary, actor.userId] }] },
        }),
      );
      const [head, saved] = linesOf(await textOf(await audit.export(actor, { format: 'csv' }, clock.now())));
      expect(head?.split(',').at(-1)).toBe('people in data');
      expect(saved).toMatch(new RegExp(`,${mary} Mary \\(mary\\) \\| ${actor.userId} Olga \\(olga\\)$`));
    });

    it('is asked for with the filters of the list, and a code', async () => {
      const app = await createTestApp({ db: await open() });
      const jo = await app.person({ username: 'jo' });
      await jo.signIn();
      const token = await app.administrator.signIn({ stepUp: true });
      const { text, headers } = await app.call(
        'audit.export',
        { format: 'csv', action: 'sign_in', userId: jo.id },
        { token },
      );
      const [, ...events] = linesOf(text);
      expect(events.length).toBeGreaterThan(0);
      expect(events.every((line) => line.includes(',sign_in.') && line.includes(jo.id))).toBe(true);
      expect(headers['content-disposition']).toMatch(/gatehouse-audit-part-\d{4}-\d\d-\d\d\.csv/);
    });
  });
});
