import { expect, test } from 'vitest';
import type { Actor } from '../../../server/context.ts';
import { createUsersService } from '../../../server/features/users/service.ts';
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
      const users = createUsersService(desk.deps, { resets: desk.resets });
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
      const suspending = users.update({ id: priya.userId, status: 'suspended' }, { actor, now });
      await untilWaiting(db, 2);
      await release();
      await Promise.all([checking, suspending]);
      const { checks } = await desk.view(id, ana);
      expect(checks).toMatchObject([{ kind: 'in_person', voidBecause: 'verifier_suspended' }]);
    });
  },
  ['PostgreSQL'],
);
