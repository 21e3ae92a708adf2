import { expect, it } from 'vitest';
import type { InputOf } from '../../../contract/operations.ts';
import { MINUTE } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';
import { openDesk, PHONE } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

const shown = async (d: Desk, input: InputOf<'resetRequests.list'>, actor: Actor) => {
  const { items, total } = await d.resets.list(input, d.clock.now(), actor);
  expect(total.count).toBe(items.length);
  return items.map(({ user }) => user.username);
};

/** As much as policy asks for somebody whom nothing makes elevated. */
async function verify(d: Desk, { id, code }: { id: string; code: string }, by: Actor): Promise<void> {
  await d.check(id, by, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, by, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, by, { kind: 'photo_id_video', outcome: 'pass' });
}

forEachDatabase((open) => {
  it('a queue is mine: what I have taken, until the claim ends, and what is verified and I may decide', async () => {
    const d = await openDesk({ db: await open() });
    const priya = await d.person('priya', { roles: ['help_desk'] });
    const ana = await d.person('ana', { roles: ['administrator'] });
    const ben = await d.person('ben', { roles: ['administrator'] });
    const jo = await d.person('jo', PHONE);
    const sam = await d.person('sam', PHONE);
    const [ofJo, ofSam] = [await d.ask(jo), await d.ask(sam)];
    const taken = { state: 'pending', mine: true } as const;
    await d.resets.claim({ id: ofSam.id, takeOver: false, actor: priya, now: d.clock.now(), voice });
    expect([await shown(d, taken, priya), await shown(d, taken, ana)]).toEqual([['sam'], []]);
    d.clock.advance(16 * MINUTE);
    expect(await shown(d, taken, priya)).toEqual([]);

    const waiting = { state: 'pending', waiting: true } as const;
    expect(await shown(d, waiting, ana)).toEqual([]);
    await verify(d, ofJo, ben);
    expect(await shown(d, waiting, ana)).toEqual(['jo']);
    // For the help desk, which policy doesn't let decide, what is still to be verified waits.
    expect(await shown(d, waiting, priya)).toEqual(['sam']);
  });

  it('what waits for somebody: not their own, not what a colleague is on, not what they verified where another decides; reported attacks do', async () => {
    const d = await openDesk({ db: await open() });
    const [priya, hana] = [
      await d.person('priya', { roles: ['help_desk'], ...PHONE }),
      await d.person('hana', { roles: ['help_desk'] }),
    ];
    const ana = await d.person('ana', { roles: ['administrator'] });
    const ben = await d.person('ben', { roles: ['security_officer'] });
    const auditor = await d.person('aud', { roles: ['auditor'] });
    const waiting = (actor: Actor) => shown(d, { state: 'pending', waiting: true }, actor);
    await d.ask(priya);
    d.clock.advance(MINUTE);
    const jo = await d.person('jo', PHONE);
    const ofJo = await d.ask(jo);
    expect([await waiting(priya), await waiting(hana)]).toEqual([['jo'], ['priya', 'jo']]);
    await d.resets.claim({ id: ofJo.id, takeOver: false, actor: hana, now: d.clock.now(), voice });
    expect([await waiting(priya), await waiting(hana)]).toEqual([[], ['priya', 'jo']]);

    // Elevated: whoever verified doesn't decide.
    await d.changed(jo, 'manager', 3);
    await verify(d, ofJo, ana);
    expect([await waiting(ana), await waiting(ben), await waiting(auditor)]).toEqual([[], ['jo'], []]);
    await d.resets.reportAttack({
      id: ofJo.id,
      note: 'An odd voice.',
      actor: hana,
      now: d.clock.now(),
      voice,
    });
    // Denying it is anybody's who may decide.
    expect([await waiting(ana), await waiting(ben), await waiting(hana)]).toEqual([
      ['jo'],
      ['jo'],
      ['priya'],
    ]);
  });

  it('the queue finds a request by its number', async () => {
    const d = await openDesk({ db: await open() });
    const ana = await d.person('ana', { roles: ['administrator'] });
    for (const username of ['jo', 'sam', 'kim2']) await d.ask(await d.person(username, PHONE));
    const search = (words: string) => shown(d, { state: 'pending', search: words }, ana);
    expect([await search('2'), await search('#2'), await search(' 3 ')]).toEqual([
      ['sam'],
      ['sam'],
      ['kim2'],
    ]);
    expect(await search('4')).toEqual([]);
    const { items } = await d.resets.list({ search: '#2' }, d.clock.now(), ana);
    expect(items).toMatchObject([{ number: 2, user: { username: 'sam' } }]);
  });

  it('the queue finds a person by part of a name, and nobody else', async () => {
    const d = await openDesk({ db: await open() });
    const ana = await d.person('ana', { roles: ['administrator'] });
    for (const username of ['marie-luise', 'sam']) {
      await d.ask(await d.person(username, PHONE));
      d.clock.advance(MINUTE);
    }
    const search = (words: string) => shown(d, { state: 'pending', search: words }, ana);
    expect(await search('luise marie')).toEqual(['marie-luise']);
    expect(await search('nobody')).toEqual([]);
    expect(await search(' ')).toEqual(['marie-luise', 'sam']);
  });
});
