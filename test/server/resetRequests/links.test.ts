import { expect, test } from 'vitest';
import { API_BASE, operationOf } from '../../../contract/operations.ts';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import { dumpDatabase } from '../../support/everything.ts';

test('S-33 mail scanners follow links: whatever they fetch, nothing is done until the button is pressed', async () => {
  const t = await createTestApp();
  await t.person({ username: 'jo' });
  const started = await t.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
  await t.call('signIn.requestReset', { challenge, reason: 'broken' });
  const mail = (await t.mails()).find(({ kind }) => kind === 'reset_requested');
  const link = new URL(/https:\S+this-wasnt-me#\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  const token = link.hash.slice(1);
  // What stands behind # is not even sent to the server.
  expect(link.pathname + link.search).not.toContain(token);

  const before = await dumpDatabase(t.deps.db);
  const headers = { host: 'localhost', 'user-agent': 'Mail scanner' };
  const veto = API_BASE + operationOf('resetRequests.veto').path;
  for (const method of ['GET', 'HEAD', 'OPTIONS'] as const)
    for (const url of [link.pathname, `${link.pathname}?token=${token}`, veto, `${veto}?token=${token}`]) {
      const { statusCode } = await t.app.inject({ method, url, headers });
      expect([method, url, statusCode]).toEqual([method, url, url.startsWith(veto) ? 405 : 404]);
    }
  // A scanner that runs the page's scripts opens the page, too.
  expect((await t.call('resetRequests.lookAtLink', { token })).status).toBe(200);
  expect(await dumpDatabase(t.deps.db)).toEqual(before);

  expect((await t.call('resetRequests.veto', { token })).status).toBe(204);
  expect((await t.audit()).map(({ action }) => action)).toContain('reset_request.vetoed');
});
