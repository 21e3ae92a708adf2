import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import type { TestPerson } from '../../support/app.ts';
import { subjectOf, useSsoWorld } from '../sso/world.ts';

const world = useSsoWorld();
const STAFF_RESET = { reason: 'broken', note: '' } as const;

/** Somebody of old whom the administrator, gone bad, links to a subject that is the administrator's own. */
async function impersonated(username: string): Promise<{ person: TestPerson; session: string }> {
  const { test: app } = world;
  const person = await app.person({ username, roles: ['security_officer'] });
  app.clock.advance(40 * DAY);
  const providerId = await world.provider();
  const subject = subjectOf(username);
  const token = await world.administrator();
  const linked = await app.call('users.linkSso', { id: person.id, providerId, subject }, { token });
  // Somebody was talked into agreeing, and the person into typing their code.
  await world.agreed(linked);
  const browser = world.idp.browser();
  const { body } = await world.signInWithCode(person, providerId, { subject }, browser);
  const as = { token: body.session.token ?? '' };
  const begun = await app.call('me.beginSsoStepUp', {}, as);
  const parameters = await browser.visit(begun.body.url, { subject });
  const stepped = await app.call('me.completeSsoStepUp', { flow: begun.body.flow, parameters }, as);
  return { person, session: stepped.body.session.token ?? '' };
}

async function verified(token: string, userId: string): Promise<string> {
  const { test: app } = world;
  const { id } = (await app.call('resetRequests.open', { userId, ...STAFF_RESET }, { token })).body;
  await app.call('resetRequests.recordCheck', { id, kind: 'in_person', outcome: 'pass' }, { token });
  await app.call('resetRequests.recordCheck', { id, kind: 'call_back', outcome: 'pass' }, { token });
  return id;
}

test('S-42 an officer by a link of this week is no second person: who made the link could be both', async () => {
  const { test: app } = world;
  const jo = await app.person({ username: 'jo', phone: '+442079460041' });
  const { session, person } = await impersonated('olga');
  const id = await verified(await world.administrator(), jo.id);
  const refused = await app.call('resetRequests.approve', { id }, { token: session });
  expect(refused.problem.code).toBe('second_person_required');
  // By password and code it is Olga herself.
  const own = await app.call(
    'resetRequests.approve',
    { id },
    { token: await person.signIn({ stepUp: true }) },
  );
  expect(own.body.state).toBe('completed');
});

test('S-42 what an officer verified by a link of this week is not decided by who made the link', async () => {
  const { test: app } = world;
  const jan = await app.person({ username: 'jan', phone: '+442079460043' });
  const { session } = await impersonated('omar');
  const id = await verified(session, jan.id);
  const approved = await app.call('resetRequests.approve', { id }, { token: await world.administrator() });
  expect(approved.problem.code).toBe('second_person_required');
});

test('a manager who signed in by a link younger than 30 days vouches for nobody', async () => {
  const { test: app } = world;
  const jim = await app.person({ username: 'jim', phone: '+442079460044' });
  const { session, person } = await impersonated('max');
  // His manager of old.
  await app.deps.db.kysely
    .updateTable('users')
    .set({ manager_id: person.id })
    .where('id', '=', jim.id)
    .execute();
  const token = await world.administrator();
  const asked = await app.call('resetRequests.open', { userId: jim.id, ...STAFF_RESET }, { token });
  await app.call('resetRequests.askManager', { id: asked.body.id }, { token });
  const [question] = (await app.call('me.confirmations', {}, { token: session })).body.items;
  const answered = await app.call(
    'me.answerConfirmation',
    { id: question?.id ?? '', outcome: 'pass' },
    { token: session },
  );
  expect(answered.problem.code).toBe('contact_changed_recently');
});
