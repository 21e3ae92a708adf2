import { expect, test } from 'vitest';
import { DAY } from '../../../server/time.ts';
import type { Actor } from '../../../server/context.ts';
import { createUsersService } from '../../../server/features/users/service.ts';
import { voiceOf } from '../../../server/words.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { holdAuditLog, untilWaiting } from '../../support/lockWaits.ts';
import { openDesk } from '../resetRequests/desk.ts';

forEachDatabase(
  (open) => {
    test('a check that was on its way when its verifier was suspended counts for nothing', async () => {
      const db = await open();
      const desk = await openDesk({ db });
      const jo = await desk.person('jo', { phone: '+442079460041' });
      const priya = await desk.person('priya', { roles: ['help_desk'] });
      const ana = await desk.person('ana', { roles: ['administrator'] });
      const { id } = await desk.ask(jo, { reason: 'broken' });
      const users = createUsersService(desk.deps, {
        resets: desk.resets,
        linking: {} as never,
        policy: {} as never,
        heldIn: {} as never,
      });
      const actor: Actor = {
        ...ana,
        username: 'ana',
        roles: ['user', 'administrator'],
        permissions: new Set(['users.manage']),
        sessionId: '',
        via: 'password',
      };

      const { release } = await holdAuditLog(db);
      const checking = desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
      await untilWaiting(db, 1);
      const now = desk.clock.now();
      const suspending = users.update(
        { id: priya.userId, status: 'suspended' },
        { actor, now, voice: voiceOf(null) },
      );
      await untilWaiting(db, 2);
      await release();
      await Promise.all([checking, suspending]);
      const { checks } = await desk.view(id, ana);
      expect(checks).toMatchObject([{ kind: 'in_person', voidBecause: 'verifier_suspended' }]);
    });

    test('S-34 a code that is sent while the address changes does not go to the new one', async () => {
      const db = await open();
      const { call, person, clock, mails } = await createTestApp({ db });
      const ana = await person({ username: 'ana', roles: ['administrator'] });
      const { id } = await person({ username: 'nils', roles: ['help_desk'], mfa: false });
      clock.advance(40 * DAY);
      const token = await ana.signIn({ stepUp: true });

      const { release } = await holdAuditLog(db);
      const changing = call('users.update', { id, email: 'ana.private@example.net' }, { token });
      await untilWaiting(db, 1);
      const sending = call('users.sendActivationCode', { id }, { token });
      await untilWaiting(db, 2);
      await release();
      const [changed, sent] = await Promise.all([changing, sending]);
      expect([changed.status, sent.problem.code]).toEqual([200, 'check_not_possible']);
      expect((await mails()).filter(({ kind }) => kind === 'activation_code')).toEqual([]);
    });
  },
  ['PostgreSQL'],
);
