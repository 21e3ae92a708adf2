import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { goneAtMost } from '../../../server/features/users/import/gone.ts';
import { voiceOf } from '../../../server/words.ts';

const HEADER = 'username,email,name,phone';
const row = (username: string, phone = '') =>
  `${username},${username}@example.org,${username} Person,${phone}`;
const fileOf = (...rows: string[]) => [HEADER, ...rows].join('\n');

forEachDatabase((open) => {
  describe('issue 15.3: a file that has everybody', () => {
    async function openHouse() {
      const house = await createTestApp({ db: await open() });
      const token = await house.administrator.signIn({ stepUp: true });
      const send = async (content: string, how: object = {}) =>
        house.call('users.import', { content, invite: false, ...how }, { token });
      await send(fileOf(row('ann'), row('bob'), row('cem'), row('dee')));
      await house.person({ username: 'desk', roles: ['help_desk'] });
      const suspended = async () =>
        (await house.call('users.list', { status: 'suspended' }, { token })).body.items.map(
          ({ username }) => username,
        );
      return { ...house, token, send, suspended };
    }

    it('who is in no row is shown, and suspended once their number is typed; staff stay, nobody is deleted', async () => {
      const { send, suspended, audit, mails } = await openHouse();
      const file = fileOf(row('ann'), row('eve'));
      const tried = (await send(file, { whole: true, dryRun: true })).body;
      expect(tried.gone).toMatchObject({ count: 3, kept: 2 });
      expect(tried.gone?.people.map(({ name }) => name)).toEqual(['bob Person', 'cem Person', 'dee Person']);
      expect(await suspended()).toEqual([]);
      for (const confirmGone of [undefined, 2, 4]) {
        const { problem } = await send(file, { whole: true, ...(confirmGone && { confirmGone }) });
        expect(problem).toMatchObject({ status: 409, code: 'confirm_number', count: 3 });
      }
      expect(await suspended()).toEqual([]);
      expect((await send(file, { whole: true, confirmGone: 3 })).body).toMatchObject({
        imported: 1,
        suspended: 3,
      });
      expect(await suspended()).toEqual(['bob', 'cem', 'dee']);
      expect((await audit()).filter(({ action }) => action === 'user.suspended')).toHaveLength(3);
      const told = (await mails()).filter(({ kind }) => kind === 'account_suspended');
      expect(told).toHaveLength(3);
      expect((await send(file, { whole: true })).body).toMatchObject({ imported: 0, suspended: 0 });
    });

    it('a row that can’t be read may be anybody’s: then nobody is called gone, and nobody comes in', async () => {
      const { send, suspended } = await openHouse();
      const file = fileOf(row('ann'), row('bob', '12'), row('new'));
      const { problem } = await send(file, { whole: true, confirmGone: 2 });
      expect(problem.detail).toContain('1 row can’t be imported, and may be of anybody.');
      expect(await suspended()).toEqual([]);
      const done = await send(file, { whole: true, confirmGone: 2, leaveOutBadValues: true });
      expect(done.body).toMatchObject({ imported: 1, suspended: 2 });
      expect(await suspended()).toEqual(['cem', 'dee']);
    });

    it('asks for a code, and sensitive people stay', async () => {
      const { send, suspended, call, administrator, token, setPolicy } = await openHouse();
      const { items } = (await call('users.list', { search: 'bob@' }, { token })).body;
      await setPolicy({ sensitive: { people: items.map(({ id }) => id), departments: [] } });
      const file = fileOf(row('ann'));
      const plain = { token: await administrator.signIn() };
      const asked = await call('users.import', { content: file, whole: true, confirmGone: 2 }, plain);
      expect(asked.problem.code).toBe('step_up_required');
      expect((await send(file, { whole: true, confirmGone: 2 })).body.suspended).toBe(2);
      expect(await suspended()).toEqual(['cem', 'dee']);
    });

    it('without hands: a program says how many it expects at most, and more change nothing', async () => {
      const { services, suspended, deps } = await openHouse();
      const send = (most: number) =>
        services.users.importFile({
          content: fileOf(row('ann'), row('new')),
          dryRun: false,
          agrees: goneAtMost(most),
          now: deps.now(),
          voice: voiceOf('en'),
        });
      await expect(send(2)).rejects.toMatchObject({ code: 'confirm_number' });
      expect(await suspended()).toEqual([]);
      expect(await send(3)).toMatchObject({ imported: 1, suspended: 3 });
      expect(await suspended()).toEqual(['bob', 'cem', 'dee']);
    });
  });
});
