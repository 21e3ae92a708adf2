import { expect, test } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { changeIn, personOfOld } from '../../support/secondPerson.ts';
import { PROVIDER, aloneWorld } from '../pendingChanges/world.ts';

forEachDatabase(
  (open) => {
    test('a change that a second person lets take effect is not logged as the maker’s doing from the second’s session', async () => {
      const app = await aloneWorld(await open());
      const olga = await personOfOld(app, 'olga');
      const ada = await app.administrator.signIn({ stepUp: true, address: '10.1.1.1' });
      const id = changeIn(
        await app.call('settings.sso.create', PROVIDER, { token: ada, address: '10.1.1.1' }),
      );
      const token = await olga.signIn({ stepUp: true, address: '10.2.2.2' });
      const agreed = await app.call('pendingChanges.approve', { id }, { token, address: '10.2.2.2' });
      expect(agreed.status).toBe(200);
      const event = await app.deps.db.kysely
        .selectFrom('audit_events')
        .selectAll()
        .where('action', '=', 'sso.provider_saved')
        .executeTakeFirstOrThrow();
      const session = await app.deps.db.kysely
        .selectFrom('sessions')
        .select('user_id')
        .where('id', '=', event.session_id ?? '')
        .executeTakeFirst();
      expect(event.actor_id).toBe(app.administrator.id);
      expect([event.address, session?.user_id ?? null]).not.toEqual(['10.2.2.2', olga.id]);
    });

    test('a wrong code in a session that has stepped up says that the code was wrong', async () => {
      const app = await createTestApp({ db: await open() });
      const jo = await app.person({ username: 'jo' });
      const token = await jo.signIn({ stepUp: true });
      await app.call('me.stepUp', { code: '000000' }, { token });
      const event = await app.deps.db.kysely
        .selectFrom('audit_events')
        .selectAll()
        .where('action', '=', 'mfa.wrong_code')
        .executeTakeFirstOrThrow();
      expect(event.factors?.split(',').at(-1)).toBe('code');
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
