import { describe, expect, it } from 'vitest';
import { sentence } from '../../../contract/words/sentence.ts';
import { keepSentence, keptSentence } from '../../../server/domain/pendingChanges/keptSentence.ts';
import { DAY } from '../../../server/time.ts';
import { voiceOf } from '../../../server/words.ts';
import { removeEnded } from '../../../server/workers.ts';
import { bindRoles } from '../../support/bind.ts';
import { createTestApp } from '../../support/app.ts';
import { agree, changeIn, personOfOld } from '../../support/secondPerson.ts';
import { actions, aloneWorld, ask, asked, linkToken, PROVIDER, providers } from './world.ts';

describe('S-114 a pending change', () => {
  it('does nothing until a second person agrees, says what it would do, and is mailed to all who may', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const answer = await ask(test);
    expect(answer.body).toEqual({
      pendingChange: {
        id: changeIn(answer),
        kind: 'sso.provider_added',
        summary:
          'Add the identity provider Contoso (https://login.contoso.example, client gatehouse), with link by verified e-mail.',
        requestedBy: { id: test.administrator.id, username: 'admin', name: 'Ada Admin' },
        takesEffectAt: null,
      },
    });
    expect(await providers(test)).toEqual([]);
    const options = await test.call('signIn.options', {});
    expect(options.body.sso).toEqual([]);
    const mailed = (await test.mails()).filter(({ kind }) => kind === 'change_proposed');
    expect(mailed.map(({ to }) => to).toSorted()).toEqual(['admin@example.org', 'olga@example.org']);
    expect(JSON.stringify(mailed)).not.toContain(PROVIDER.clientSecret);
    const rows = await test.deps.db.kysely.selectFrom('pending_changes').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(PROVIDER.clientSecret);

    const agreed = await agree(test, olga, changeIn(answer));
    expect(agreed.body).toMatchObject({ state: 'in_effect', decidedBy: { username: 'olga' } });
    expect(await providers(test)).toEqual(['Contoso']);
    expect(await actions(test)).toEqual([
      'pending_change.proposed',
      'pending_change.approved',
      'pending_change.took_effect',
    ]);
    const saved = (await test.audit()).find(({ action }) => action === 'sso.provider_saved');
    expect(saved).toMatchObject({ actorId: test.administrator.id, data: { agreedBy: 'olga' } });
    expect((await agree(test, olga, changeIn(answer))).problem.code).toBe('already_decided');
  });

  it('is said to each in their language, and is kept without one', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    await ask(test);
    const token = await olga.signIn({ stepUp: true });
    await test.call('me.update', { language: 'de' }, { token });
    const { items } = (await test.call('pendingChanges.list', {}, { token })).body;
    expect(items.map(({ summary }) => summary)).toEqual([
      'Den Identitätsanbieter Contoso hinzufügen (https://login.contoso.example, Client gatehouse), mit Verknüpfung nach bestätigter E-Mail-Adresse.',
    ]);
    const proposed = (await test.audit()).find(({ action }) => action === 'pending_change.proposed');
    expect(proposed?.data).toMatchObject({
      summary: expect.stringMatching(/^Add the identity provider Contoso/),
      words: { room: 'changes', key: 'addProvider', values: { name: 'Contoso', linking: 'yes' } },
    });
  });

  it('asks for a step-up of whoever agrees, and is not for other staff', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const id = await asked(test);
    const without = await test.call('pendingChanges.approve', { id }, { token: await olga.signIn() });
    expect(without.problem.code).toBe('step_up_required');
    const help = await personOfOld(test, 'hal', ['help_desk']);
    const token = await help.signIn({ stepUp: true });
    expect((await test.call('pendingChanges.list', {}, { token })).status).toBe(403);
    expect((await test.call('pendingChanges.approve', { id }, { token })).status).toBe(403);
    expect((await test.call('pendingChanges.withdraw', { id }, { token })).status).toBe(403);
    const unknown = { id: '01936a5e-0000-7000-8000-000000000000' };
    expect((await agree(test, olga, unknown.id)).status).toBe(404);
    const officer = { token: await olga.signIn() };
    expect((await test.call('pendingChanges.withdraw', unknown, officer)).status).toBe(404);
    expect(await providers(test)).toEqual([]);
  });

  it('is not agreed to by who asked for it, whom they made, who is new, or who made them', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const id = await asked(test);
    const own = await agree(test, test.administrator, id);
    expect([own.status, own.problem.code]).toEqual([403, 'second_person_required']);
    const young = await test.person({ username: 'yan', roles: ['security_officer'] });
    expect((await agree(test, young, id)).problem.code).toBe('second_person_required');

    // A puppet of eight days, whose link with a provider the one who asked made today.
    const pat = await personOfOld(test, 'pat');
    await test.deps.db.kysely
      .insertInto('sso_links')
      .values({
        id: '01936a5e-0000-7000-8000-00000000000a',
        user_id: pat.id,
        provider_id: '01936a5e-0000-7000-8000-00000000000b',
        subject: 'mine',
        email: null,
        created_at: test.clock.now(),
        created_by: test.administrator.id,
      })
      .execute();
    expect((await agree(test, pat, id)).problem.code).toBe('second_person_required');

    // Who made the one who asks is no second person for them.
    const anna = await test.person({ username: 'anna', roles: ['administrator'] });
    await test.deps.db.kysely
      .updateTable('user_roles')
      .set({ granted_by: olga.id })
      .where('user_id', '=', anna.id)
      .execute();
    await bindRoles(test.deps.db.kysely, test.deps.keys);
    const other = await asked(test, { by: anna, name: 'Fabrikam' });
    expect((await agree(test, olga, other)).problem.code).toBe('second_person_required');
    expect(await providers(test)).toEqual([]);
  });

  it('is withdrawn by who asked for it or by any other, and is then over', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const id = await asked(test);
    const token = await test.administrator.signIn();
    const { body } = await test.call('pendingChanges.withdraw', { id, note: 'A typo.' }, { token });
    expect(body).toMatchObject({ state: 'withdrawn', note: 'A typo.', decidedBy: { username: 'admin' } });
    const late = await agree(test, olga, id);
    expect([late.status, late.problem.code, late.problem['state']]).toEqual([
      409,
      'already_decided',
      'withdrawn',
    ]);
    const second = await asked(test);
    const by = { token: await olga.signIn() };
    expect((await test.call('pendingChanges.withdraw', { id: second }, by)).status).toBe(200);
    expect((await test.call('pendingChanges.withdraw', { id: second }, by)).problem.code).toBe(
      'already_decided',
    );
    expect(await providers(test)).toEqual([]);
    expect((await test.call('pendingChanges.list', {}, by)).body.items).toEqual([]);
    const ended = await test.call('pendingChanges.list', { state: 'ended' }, by);
    expect(ended.body.items.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect((await test.mails()).filter(({ kind }) => kind === 'change_ended')).toHaveLength(4);
  });

  it('is over after 30 days', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const id = await asked(test);
    test.clock.advance(30 * DAY);
    expect((await agree(test, olga, id)).problem.code).toBe('already_decided');
    await test.services.pendingChanges.runDue(test.clock.now());
    expect(await actions(test)).toEqual(['pending_change.proposed', 'pending_change.expired']);
    expect(await providers(test)).toEqual([]);
  });

  it('is forgotten a month after it was over, with the secret in it; one that waits is not', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    expect((await agree(test, olga, await asked(test))).status).toBe(200);
    const waits = await asked(test, { name: 'Fabrikam' });
    const kept = async () => {
      await removeEnded(test.deps, test.clock.now());
      const rows = await test.deps.db.kysely.selectFrom('pending_changes').select('id').execute();
      return rows.map(({ id }) => id);
    };
    test.clock.advance(30 * DAY);
    expect(await kept()).toHaveLength(2);
    test.clock.advance(2 * DAY);
    expect(await kept()).toEqual([waits]);
  });

  it('is judged again when it takes effect: what is no longer possible ends it with a sentence', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const omar = await personOfOld(test, 'omar', ['administrator']);
    const [one, two] = [await asked(test), await asked(test, { by: omar })];
    expect((await agree(test, olga, one)).status).toBe(200);
    const failed = await agree(test, olga, two);
    expect([failed.status, failed.problem.code]).toEqual([409, 'change_not_possible']);
    expect(failed.problem.detail).toContain('added in the meantime');
    expect((await agree(test, olga, two)).problem.code).toBe('already_decided');

    const third = await asked(test, { name: 'Fabrikam' });
    await test.deps.db.kysely
      .deleteFrom('user_roles')
      .where('user_id', '=', test.administrator.id)
      .where('role', '=', 'administrator')
      .execute();
    const refused = await agree(test, olga, third);
    expect(refused.problem).toMatchObject({ code: 'change_not_possible' });
    expect(refused.problem.detail).toBe('Whoever asked for it no longer may.');
    const token = await olga.signIn();
    await test.call('me.update', { language: 'de' }, { token });
    const ended = await test.call('pendingChanges.list', { state: 'ended' }, { token });
    expect(ended.body.items.find((change) => change.id === third)?.problem).toBe(
      voiceOf('de').write(sentence('answers/settings', 'askerMayNot')),
    );
    const over = { state: 'failed', name: 'olga' } as const;
    expect((await agree(test, olga, third)).problem.detail).toBe(
      voiceOf('de').write(sentence('answers/settings', 'changeOverBy', over)),
    );
    expect(await providers(test)).toEqual(['Contoso']);
  });

  it('is the one that was agreed to: contents that were changed in the database do not open', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const [one, two] = [await asked(test), await asked(test, { name: 'Fabrikam' })];
    const { sealed } = await test.deps.db.kysely
      .selectFrom('pending_changes')
      .select('sealed')
      .where('id', '=', two)
      .executeTakeFirstOrThrow();
    await test.deps.db.kysely.updateTable('pending_changes').set({ sealed }).where('id', '=', one).execute();
    const answer = await agree(test, olga, one);
    expect([answer.status, answer.problem.code]).toEqual([409, 'change_not_possible']);
    expect(answer.problem.detail).toContain('altered in the database');
    expect(await providers(test)).toEqual([]);
  });
});

it('keeps why it could not take effect as a key with values, and leaves a text of before as it is', () => {
  const why = sentence('answers/settings', 'askerMayNot');
  expect(keptSentence(keepSentence(why))).toEqual(why);
  expect(keepSentence(why)).not.toContain(' ');
  expect(keptSentence('Whoever asked for it no longer may.')).toBe('Whoever asked for it no longer may.');
});

describe('S-114 alone', () => {
  it('takes effect after 7 days, said with the date', async () => {
    const test = await aloneWorld();
    const answer = await ask(test);
    const at = new Date(test.clock.now() + 7 * DAY).toISOString();
    expect(answer.body).toMatchObject({ pendingChange: { takesEffectAt: at } });
    const [mail] = (await test.mails()).filter(({ kind }) => kind === 'change_proposed');
    expect(mail?.text).toContain('it takes effect automatically on');
    test.clock.advance(7 * DAY - 1);
    await test.services.pendingChanges.runDue(test.clock.now());
    expect(await providers(test)).toEqual([]);
    test.clock.advance(1);
    await test.services.pendingChanges.runDue(test.clock.now());
    await test.services.pendingChanges.runDue(test.clock.now());
    expect(await providers(test)).toEqual(['Contoso']);
    expect(await actions(test)).toEqual(['pending_change.proposed', 'pending_change.took_effect']);
  });

  it('is withdrawn by one press from the mail, without a session; looking changes nothing', async () => {
    const test = await aloneWorld();
    await asked(test);
    const token = await linkToken(test);
    const look = await test.call('pendingChanges.lookAtLink', { token });
    expect(look.body).toMatchObject({ requestedBy: { name: 'Ada Admin' } });
    expect(await actions(test)).toEqual(['pending_change.proposed']);
    expect((await test.call('pendingChanges.withdrawByLink', { token })).status).toBe(204);
    for (const name of ['pendingChanges.withdrawByLink', 'pendingChanges.lookAtLink'] as const)
      expect((await test.call(name, { token })).problem.code).toBe('invalid_token');
    test.clock.advance(8 * DAY);
    await test.services.pendingChanges.runDue(test.clock.now());
    expect(await providers(test)).toEqual([]);
    const shown = await test.call('outbox.list', {}, { token: await test.administrator.signIn() });
    expect(shown.text).not.toContain(token);
  });

  it('is judged again at the date: who has come back meanwhile has to agree', async () => {
    const test = await aloneWorld();
    await asked(test);
    test.clock.advance(7 * DAY);
    const olga = await personOfOld(test, 'olga');
    await test.services.pendingChanges.runDue(test.clock.now());
    expect(await providers(test)).toEqual([]);
    const token = await olga.signIn();
    const [waits] = (await test.call('pendingChanges.list', {}, { token })).body.items;
    expect(waits).toMatchObject({ takesEffectAt: null, mayApprove: { allowed: true, refusal: null } });
    expect((await agree(test, olga, waits?.id ?? '')).status).toBe(200);
    expect(await providers(test)).toEqual(['Contoso']);
  });

  it('is nobody who suspended the others, or took their roles, in the last 7 days', async () => {
    const test = await aloneWorld();
    const olga = await personOfOld(test, 'olga');
    const omar = await personOfOld(test, 'omar');
    const token = await test.administrator.signIn({ stepUp: true });
    const off = await test.call('users.update', { id: olga.id, status: 'suspended' }, { token });
    expect(off.status).toBe(200);
    const taken = await test.call('users.update', { id: omar.id, roles: ['user'] }, { token });
    expect(taken.status).toBe(200);
    expect((await ask(test)).body).toMatchObject({ pendingChange: { takesEffectAt: null } });
    test.clock.advance(7 * DAY + 60_000);
    expect((await ask(test)).body).not.toMatchObject({ pendingChange: { takesEffectAt: null } });
  });

  it('in the first 7 days and before anybody else has come in there is nobody to ask: it is done at once', async () => {
    const test = await createTestApp();
    expect((await ask(test)).status).toBe(200);
    expect(await providers(test)).toEqual(['Contoso']);
    await test.person({ username: 'jo', mfa: false });
    expect((await ask(test, { name: 'Fabrikam' })).status).toBe(202);

    const old = await createTestApp();
    old.clock.advance(7 * DAY);
    expect((await ask(old)).status).toBe(202);
  });
});
