import type { AuditAction } from '../../../contract/auditActions.ts';
import { expect, it } from 'vitest';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { HOUR } from '../../../server/time.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { codeOf, openStaffedDesk } from '../resetRequests/desk.ts';
import type { Actor, Desk } from '../resetRequests/desk.ts';
import { illegalities } from '../resetRequests/legality.ts';

/** A request of an auditor, verified in full by Priya: two have to approve it. Lee is one more administrator of old. */
async function privileged(open: OpenDatabase) {
  const desk = await openStaffedDesk({ db: await open() });
  const lee = await desk.person('lee', { roles: ['administrator'] });
  for (const one of [desk.ana, desk.omar, desk.priya, lee]) await desk.setUp(one, 200);
  const { id, code } = await desk.ask(await desk.person('aud', { roles: ['auditor'] }));
  await desk.check(id, desk.priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await desk.check(id, desk.priya, { kind: 'in_person', outcome: 'pass' });
  await desk.check(id, desk.priya, { kind: 'photo_id_video', outcome: 'pass' });
  return { ...desk, lee, id };
}

/** By which whoever does it to somebody could act as them. */
const ENTRIES = {
  'changed a contact of': (desk: Desk, by: Actor, on: Actor) => desk.changed(on, 'email', 1, { by }),
  'sent a link to': (desk: Desk, by: Actor, on: Actor) => log(desk, 'password.link_sent', by, on),
  'approved a reset of': (desk: Desk, by: Actor, on: Actor) => log(desk, 'reset_request.approved', by, on),
} as const;

async function log({ deps, clock }: Desk, action: AuditAction, by: Actor, on: Actor): Promise<void> {
  const event = { at: clock.now() - HOUR, action, data: {} };
  const [actor, target] = [by, on].map(({ userId: id, name }) => ({ id, name }));
  await deps.db.transaction((tx) =>
    appendAudit(tx, deps, { ...event, actor: actor ?? null, target: target ?? null }),
  );
}

forEachDatabase(
  (open) => {
    for (const [what, entry] of Object.entries(ENTRIES)) {
      it.each(['first', 'second'] as const)(
        `S-42 two deciders are one person where the %s to approve ${what} the other`,
        async (which) => {
          const desk = await privileged(open);
          const { id, ana, omar, lee } = desk;
          const [by, on] = which === 'first' ? [ana, omar] : [omar, ana];
          await entry(desk, by, on);
          expect(await desk.approve(id, ana)).toMatchObject({ state: 'verified' });
          expect(await codeOf(desk.approve(id, omar))).toBe('second_person_required');
          expect(await desk.approve(id, lee)).toMatchObject({ state: 'approved' });
        },
      );
    }

    it('S-42 nor are two deciders two whom a third could act as', async () => {
      const desk = await privileged(open);
      const { id, ana, omar, lee } = desk;
      const mallory = await desk.person('mallory', { roles: ['administrator'] });
      await desk.setUp(mallory, 200);
      await desk.changed(ana, 'email', 1, { by: mallory });
      await desk.changed(omar, 'email', 2, { by: mallory });
      expect(await desk.approve(id, ana)).toMatchObject({ state: 'verified' });
      expect(await codeOf(desk.approve(id, omar))).toBe('second_person_required');
      expect(await desk.approve(id, lee)).toMatchObject({ state: 'approved' });
    });

    it('S-42 who becomes one with the other decider in the hold ends it: another one has to approve', async () => {
      const desk = await privileged(open);
      const { id, ana, omar, lee } = desk;
      await desk.approve(id, ana);
      expect(await desk.approve(id, omar)).toMatchObject({ state: 'approved' });
      await desk.changed(omar, 'email', 0, { by: ana });
      desk.clock.advance(25 * HOUR);
      await desk.resets.runDue(desk.clock.now());
      expect(await desk.view(id, lee)).toMatchObject({ state: 'open' });
      expect((await desk.actions()).includes('mfa.reset')).toBe(false);
    });

    it('the judge of the random walk sees a reset that one person decided by two accounts', async () => {
      const desk = await privileged(open);
      const { id, ana, omar } = desk;
      const steppedUp = new Set([ana, omar].map(({ userId }) => `${id} ${userId}`));
      await desk.approve(id, ana);
      await desk.approve(id, omar);
      desk.clock.advance(25 * HOUR);
      await desk.resets.runDue(desk.clock.now());
      const judge = () => illegalities(desk.deps.db, id, { now: desk.clock.now(), steppedUp });
      expect(await judge()).toEqual([]);
      await desk.changed(omar, 'email', 3, { by: ana });
      expect(await judge()).toEqual(['too few second persons']);
    });

    it('S-42 after seven days they are two again', async () => {
      const desk = await privileged(open);
      await desk.changed(desk.omar, 'email', 7, { by: desk.ana });
      await desk.approve(desk.id, desk.ana);
      expect(await desk.approve(desk.id, desk.omar)).toMatchObject({ state: 'approved' });
    });

    it('S-42 whoever verified could act as the decider: the two are one, too', async () => {
      const desk = await privileged(open);
      const { id, ana, omar, priya, lee } = desk;
      await desk.changed(ana, 'email', 1, { by: priya });
      expect(await codeOf(desk.approve(id, ana))).toBe('second_person_required');
      expect(await desk.approve(id, omar)).toMatchObject({ state: 'verified' });
      // And so whoever approved it before: the approval counts no longer.
      await desk.changed(omar, 'email', 0, { by: priya });
      expect(await desk.approve(id, lee)).toMatchObject({ state: 'verified' });
    });

    it('S-34 an activation code is not handed over by who could act as the verifier', async () => {
      const desk = await openStaffedDesk({ db: await open() });
      const { jo, priya, ana, omar } = desk;
      for (const one of [ana, omar, priya]) await desk.setUp(one, 200);
      await desk.changed(jo, 'email', 1);
      const { id, code } = await desk.ask(jo);
      await desk.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
      await desk.check(id, priya, { kind: 'in_person', outcome: 'pass' });
      await desk.check(id, priya, { kind: 'photo_id_video', outcome: 'pass' });
      await desk.approve(id, omar);
      expect(await desk.user(jo)).toMatchObject({ mfa_state: 'off' });
      await desk.changed(priya, 'email', 0, { by: ana });
      const by = (actor: Actor) => ({ id, actor, now: desk.clock.now() });
      expect(await codeOf(desk.resets.handOver(by(ana)))).toBe('second_person_required');
      expect(await codeOf(desk.resets.handOver(by(omar)))).toBe('done');
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
