import { expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';

it('what a change is refused with, and what is wrong with the log, is said in the reader’s language', async () => {
  const test = await createTestApp();
  const { administrator, call, deps } = test;
  const token = await administrator.signIn();
  await call('me.update', { language: 'de' }, { token });

  const { version, evidenceMinutes } = (await call('policy.get', {}, { token })).body;
  const weaker = { version, reason: 'Weniger.', evidenceMinutes: { ...evidenceMinutes, call_back: 120 } };
  expect((await call('policy.update', weaker, { token })).problem.detail).toBe(
    'Diese Änderung schwächt die Richtlinie. Geben Sie einen Code aus Ihrer Authentifikator-App ein, um zu bestätigen, dass Sie es sind.',
  );
  expect((await call('settings.update', { timeZone: 'Mars/Base' }, { token })).problem).toMatchObject({
    detail: 'Diese Zeitzone gibt es nicht. Schreiben Sie sie wie Europe/Berlin.',
  });

  await deps.db.kysely
    .updateTable('audit_events')
    .set({ actor_name: 'Nobody' })
    .where('sequence', '=', 2)
    .execute();
  const verdict = (await call('audit.verify', {}, { token })).body;
  expect(verdict.problems).toContainEqual({
    sequence: 2,
    problem: 'Dieses Ereignis wurde geändert, nachdem es geschrieben war.',
  });
});
