import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import { createTestApp } from '../../support/app.ts';
import { changeIn, personOfOld } from '../../support/secondPerson.ts';

test('S-114 whoever writes to the database does not make a change another’s, to agree to it alone', async () => {
  const app = await createTestApp();
  const { call, administrator: ana, deps, clock } = app;
  const olga = await personOfOld(app, 'olga', ['administrator']);
  clock.advance(40 * DAY);
  const provider = {
    name: 'Helpful',
    issuer: 'https://login.mallory.example',
    clientId: 'm',
    linkByEmail: true,
  };
  const id = changeIn(
    await call('settings.sso.create', provider, { token: await ana.signIn({ stepUp: true }) }),
  );
  await deps.db.kysely
    .updateTable('pending_changes')
    .set({ made_by: olga.id })
    .where('id', '=', id)
    .execute();
  const token = await ana.signIn({ stepUp: true });
  const answer = await call('pendingChanges.approve', { id }, { token });
  expect(answer.status).not.toBe(200);
  expect((await call('signIn.options', {})).body.sso).toEqual([]);
});
