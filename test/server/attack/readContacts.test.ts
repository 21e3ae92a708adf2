import { expect, test } from 'vitest';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { bindPassword, bindWaiver } from '../../../server/domain/people/macs.ts';
import { contactSettersOf } from '../../../server/domain/secondPerson/puppets.ts';
import { entriesTo } from '../../../server/domain/secondPerson/store.ts';
import { PASSWORD } from '../../support/app.ts';
import { personOfOld } from '../../support/secondPerson.ts';
import { createReadingWorld } from '../systems/readingWorld.ts';

/** Kim comes by a reading that the administrator asked for, with a number, and sets up. */
async function readKim() {
  const world = await createReadingWorld();
  const { call, clock, deps } = world.test;
  world.there('kim', { attributes: { phone: ['+442079460041'] } });
  await world.switchedOn();
  await world.look();
  const { id = '' } = (await world.here('kim')) ?? {};
  const { kysely } = deps.db;
  const password = bindPassword(deps.keys, id, await deps.passwords.hash(PASSWORD));
  const own = { ...password, invitation: null, ...bindWaiver(deps.keys, id, clock.now() + 60_000) };
  await kysely.updateTable('users').set(own).where('id', '=', id).execute();
  const begun = (await call('signIn.start', { username: 'kim', password: PASSWORD })).body;
  if (begun.outcome !== 'signed_in') throw new Error(begun.outcome);
  const session = { token: begun.session.token ?? '' };
  const { secret, enrolmentId } = (await call('me.beginEnrolment', {}, session)).body;
  const code = codeAt(secret, timeStep(clock.now()));
  expect((await call('me.confirmEnrolment', { enrolmentId, code }, session)).status).toBe(200);
  return { ...world, kim: id };
}

test('who has people read from a system typed the numbers that come by it: no second person for a call to one (S-42)', async () => {
  const { test: app, kim, here } = await readKim();
  const { call, administrator } = app;
  const priya = await personOfOld(app, 'priya', ['help_desk']);
  const desk = { token: await priya.signIn() };
  const asked = { userId: kim, reason: 'broken', note: '' } as const;
  const { id } = (await call('resetRequests.open', asked, desk)).body;
  for (const kind of ['in_person', 'call_back'] as const)
    expect((await call('resetRequests.recordCheck', { id, kind, outcome: 'pass' }, desk)).status).toBe(200);
  const approve = async (by: typeof administrator) =>
    call('resetRequests.approve', { id }, { token: await by.signIn({ stepUp: true }) });
  const refused = await approve(administrator);
  expect([refused.status, refused.problem.code]).toEqual([403, 'second_person_required']);
  expect(refused.problem.detail).toContain('what you entered');
  expect((await here('kim'))?.contactsEnteredBy).toMatchObject({ id: administrator.id });
  const other = await personOfOld(app, 'other', ['administrator']);
  expect((await approve(other)).status).toBe(200);
});

test('nor of an address that such a reading changed: they are behind it as if they had (S-34, S-42)', async () => {
  const world = await createReadingWorld();
  const { administrator, clock, deps, person } = world.test;
  const kim = await person({ username: 'kim', mfa: false });
  world.there('kim');
  await world.switchedOn();
  await world.look();
  const { kysely } = deps.db;
  world.account('kim').email = 'mine@example.org';
  await world.lookAfter(1);
  const moment = { now: clock.now(), founded: 0 };
  const setters = await contactSettersOf(kysely, kim.id, moment);
  expect([...setters]).toContain(administrator.id);
  expect(await entriesTo(kysely, [kim.id], 0)).toMatchObject([{ on: kim.id, by: administrator.id }]);
});
