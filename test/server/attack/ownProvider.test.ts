import { expect, it } from 'vitest';
import { DAY } from '../../../server/time.ts';
import type { TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { CLIENT } from '../../support/identityProvider.ts';
import { agree, changeIn } from '../../support/secondPerson.ts';
import { createSsoWorld } from '../sso/world.ts';
import type { SsoWorld } from '../sso/world.ts';

/** What whoever comes in needs to be somebody here; every answer that carries none keeps them out. */
const carriesSession = ({ text }: { text: string }) => text.includes('"session"');

async function inWorld(open: OpenDatabase, story: (world: SsoWorld) => Promise<void>): Promise<void> {
  const world = await createSsoWorld(await open());
  try {
    await story(world);
  } finally {
    await world.close();
  }
}

/** The administrator, gone bad, who runs the provider of the world. */
const mallory = (world: SsoWorld) => world.administrator();

async function sessionsBySso({ test }: SsoWorld): Promise<number> {
  const rows = await test.deps.db.kysely
    .selectFrom('sessions')
    .select('id')
    .where('via', '=', 'sso')
    .execute();
  return rows.length;
}

const there = ({ username }: TestPerson, subject = `mallory-as-${username}`) => ({
  subject,
  email: `${username}@example.org`,
  emailVerified: true,
});

forEachDatabase(
  (open) => {
    it('8.A1: one administrator’s own provider, with link by verified e-mail, signs nobody in', async () => {
      await inWorld(open, async (world) => {
        const { test, idp, second } = world;
        const olga = await test.person({ username: 'olga', roles: ['security_officer'] });
        const jo = await test.person({ username: 'jo' });
        const answer = await test.call(
          'settings.sso.create',
          {
            name: 'Helpful',
            issuer: idp.issuer,
            clientId: CLIENT.id,
            clientSecret: CLIENT.secret,
            linkByEmail: true,
          },
          { token: await mallory(world) },
        );
        expect(answer.status).toBe(202);
        expect((await test.call('signIn.options', {})).body.sso).toEqual([]);
        // Alone it is not agreed to: not by who asked, not by whom they appoint for it.
        const id = changeIn(answer);
        expect((await agree(test, test.administrator, id)).status).toBe(403);
        const puppet = await test.person({ username: 'puppet', roles: ['administrator'] });
        expect((await agree(test, puppet, id)).problem.code).toBe('second_person_required');
        test.clock.advance(29 * DAY);
        await test.services.pendingChanges.runDue(test.clock.now());
        expect((await test.call('signIn.options', {})).body.sso).toEqual([]);

        // Even where a colleague was talked into it: no staff by e-mail, nobody past their code.
        expect((await agree(test, second, id)).status).toBe(200);
        const [provider] = (await test.call('signIn.options', {})).body.sso;
        const asOlga = await world.signIn(provider?.id ?? '', there(olga));
        expect([asOlga.status, asOlga.problem.code]).toEqual([403, 'sso_not_linked']);
        const asJo = await world.signIn(provider?.id ?? '', there(jo));
        expect(asJo.body.outcome).toBe('code_required');
        expect([asOlga, asJo].some(carriesSession)).toBe(false);
        expect(await sessionsBySso(world)).toBe(0);
      });
    });

    it('8.A1: one administrator’s link of a colleague to a subject of their own signs nobody in', async () => {
      await inWorld(open, async (world) => {
        const { test, second } = world;
        const olga = await test.person({ username: 'olga', roles: ['security_officer'] });
        const contoso = await world.provider();
        const link = { id: olga.id, providerId: contoso, subject: 'mallory' };
        const answer = await test.call('users.linkSso', link, { token: await mallory(world) });
        expect(answer.status).toBe(202);
        expect((await world.signIn(contoso, { subject: 'mallory' })).problem.code).toBe('sso_not_linked');
        const mails = (await test.mails()).filter(({ text }) => text.includes('mallory'));
        expect(mails.map(({ to }) => to)).toContain('olga@example.org');

        expect((await agree(test, second, changeIn(answer))).status).toBe(200);
        const first = await world.signIn(contoso, { subject: 'mallory' });
        expect(carriesSession(first)).toBe(false);
        const { challenge } = first.body as unknown as { challenge: string };
        const guessed = await test.call('signIn.verify', { challenge, code: '000000' });
        expect([guessed.status, guessed.problem.code]).toEqual([401, 'invalid_code']);
        // Not the counter of a sign-in by password; and no way to a reset in her name.
        const { wrong_codes: wrong } = await test.deps.db.kysely
          .selectFrom('users')
          .select('wrong_codes')
          .where('id', '=', olga.id)
          .executeTakeFirstOrThrow();
        expect(wrong).toBe(0);
        const plea = await test.call('signIn.requestReset', { challenge, reason: 'broken' });
        expect(plea.problem.code).toBe('challenge_expired');
        expect(await sessionsBySso(world)).toBe(0);

        // Removed meanwhile, the right code proves nothing any more.
        const mine = await test.call('users.get', { id: olga.id }, { token: await mallory(world) });
        const linkId = mine.body.ssoLinks[0]?.id ?? '';
        await test.call('users.unlinkSso', { id: olga.id, linkId }, { token: await mallory(world) });
        test.clock.advance(5_000);
        const late = await test.call('signIn.verify', { challenge, code: olga.code() });
        expect(late.problem.code).toBe('challenge_expired');
        expect(await sessionsBySso(world)).toBe(0);
      });
    });

    it('8.A1: nor one of somebody without MFA, who has a password or was here; an account that is nobody’s yet is linked at once', async () => {
      await inWorld(open, async (world) => {
        const { test } = world;
        const contoso = await world.provider();
        const ned = await test.person({ username: 'ned', mfa: false });
        const link = { id: ned.id, providerId: contoso, subject: 'mallory' };
        const answer = await test.call('users.linkSso', link, { token: await mallory(world) });
        expect(answer.status).toBe(202);
        expect((await world.signIn(contoso, { subject: 'mallory' })).problem.code).toBe('sso_not_linked');

        const added = await test.call(
          'users.create',
          { username: 'new', name: 'New', email: 'new@example.org' },
          { token: await mallory(world) },
        );
        const theirs = { id: added.body.id, providerId: contoso, subject: 'new' };
        expect((await test.call('users.linkSso', theirs, { token: await mallory(world) })).status).toBe(200);
      });
    });

    it('8.A1: a provider’s own administrator, who writes the administrator’s address there, signs in as nobody', async () => {
      await inWorld(open, async (world) => {
        const { test, second } = world;
        const ceo = await test.person({ username: 'ceo', mfa: false });
        await test.setPolicy({ sensitive: { people: [ceo.id], departments: [] } });
        const contoso = await world.provider({ linkByEmail: true });
        const asAdmin = await world.signIn(contoso, {
          subject: 'idp-admin',
          email: 'admin@example.org',
          emailVerified: true,
        });
        const asOfficer = await world.signIn(contoso, there(second, 'idp-admin'));
        const asCeo = await world.signIn(contoso, there(ceo, 'idp-admin'));
        for (const answer of [asAdmin, asOfficer, asCeo]) {
          expect([answer.status, answer.problem.code]).toEqual([403, 'sso_not_linked']);
          expect(answer.problem.detail).toContain('is not linked by e-mail');
        }
        const refused = await test.call('sso.refused', {}, { token: await world.administrator() });
        expect(refused.body.items).toMatchObject([{ subject: 'idp-admin', email: 'ceo@example.org' }]);
        const audited = (await test.audit()).filter(({ action }) => action === 'sso.refused');
        expect(audited.map(({ targetId, data }) => [targetId, data['why']])).toEqual(
          [test.administrator.id, second.id, ceo.id].map((id) => [id, 'guarded']),
        );
        // Nor do staff link them so.
        for (const id of [ceo.id, second.id]) {
          const link = { id, providerId: contoso, email: 'x@contoso.example' };
          const linked = await test.call('users.linkSso', link, { token: await world.administrator() });
          expect([linked.status, linked.problem.code]).toEqual([409, 'sso_subject_needed']);
        }
        // Nor is who became staff after a link began to wait for their address.
        const ned = await test.person({ username: 'ned', mfa: false });
        const waits = { id: ned.id, providerId: contoso, email: 'ned@example.org' };
        await world.agreed(await test.call('users.linkSso', waits, { token: await world.administrator() }));
        const token = await world.administrator();
        await test.call('users.update', { id: ned.id, roles: ['help_desk'] }, { token });
        expect((await world.signIn(contoso, there(ned))).problem.code).toBe('sso_not_linked');
        expect(await sessionsBySso(world)).toBe(0);
      });
    });

    it('8.A1: a provider that is turned to another issuer, client or to link by e-mail waits; its name and secret do not', async () => {
      await inWorld(open, async (world) => {
        const { test } = world;
        const id = await world.provider({ name: 'Contoso' });
        await test.person({ username: 'jo' });
        const issuer = 'https://login.mallory.example';
        for (const change of [
          { issuer },
          { clientId: 'mallory' },
          { clientId: 'mallory', clientSecret: 'of-mallory' },
          { linkByEmail: true },
        ]) {
          const input = { id, name: 'Contoso', ...change };
          const waits = (await test.call('pendingChanges.list', {}, { token: await mallory(world) })).body
            .items;
          for (const { id: before } of waits)
            await test.call('pendingChanges.withdraw', { id: before }, { token: await mallory(world) });
          const answer = await test.call('settings.sso.update', input, { token: await mallory(world) });
          expect([change, answer.status]).toEqual([change, 202]);
        }
        const token = await world.administrator();
        const [before] = (await test.call('settings.sso.list', {}, { token })).body.items;
        expect(before).toMatchObject({ issuer: world.idp.issuer, clientId: CLIENT.id, linkByEmail: false });

        const same = { id, name: 'Fabrikam', clientSecret: 'renewed', linkByEmail: false };
        expect((await test.call('settings.sso.update', same, { token })).status).toBe(200);
        // What waited was asked for of a provider that is another one now.
        const { items } = (await test.call('pendingChanges.list', {}, { token })).body;
        const stale = await agree(test, world.second, items[0]?.id ?? '');
        expect([stale.status, stale.problem.code]).toEqual([409, 'change_not_possible']);
        const anew = await test.call(
          'settings.sso.update',
          { id, linkByEmail: true },
          {
            token: await world.administrator(),
          },
        );
        expect((await agree(test, world.second, changeIn(anew))).status).toBe(200);
        const off = { id, linkByEmail: false };
        const turned = await test.call('settings.sso.update', off, { token: await world.administrator() });
        expect(turned.status).toBe(200);
        const gone = await test.call(
          'settings.sso.update',
          { id, issuer },
          {
            token: await world.administrator(),
          },
        );
        await test.call('settings.sso.remove', { id }, { token: await world.administrator() });
        const late = await agree(test, world.second, changeIn(gone));
        expect(late.problem).toMatchObject({
          code: 'change_not_possible',
          detail: 'There is no such identity provider.',
        });
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
