import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { voice } from '../voice.ts';
import { openWorld } from '../resetRequests/elsewhere/world.ts';

describe('S-30 what was approved is what goes', () => {
  forEachDatabase((open) => {
    it('the help desk can’t widen a request after the first of two approvals', async () => {
      const w = await openWorld(await open());
      const { desk, priya, ana, omar } = w;
      const { tiers } = DEFAULT_POLICY;
      const two = { deciders: 'two' as const };
      const standard = { ...tiers.standard, ...two };
      await desk.policy({ tiers: { ...tiers, standard, elevated: { ...tiers.elevated, ...two } } });
      const id = await w.verified();
      const choose = async (targets: { systemId: string | null; factorIds: string[] | null }[]) =>
        desk.resets.chooseTargets({
          id,
          actor: priya,
          voice,
          now: desk.clock.now(),
          version: (await desk.view(id, priya)).version,
          targets,
        });
      await choose([{ systemId: w.systemId, factorIds: ['otp-1'] }]);
      await desk.approve(id, ana);
      const widened = await choose([
        { systemId: null, factorIds: null },
        { systemId: w.systemId, factorIds: null },
      ]);
      expect(widened.state).toBe('verified');
      await desk.approve(id, omar);
      expect((await w.stand(id)).state).toBe('verified');
      await desk.approve(id, ana);
      expect((await w.stand(id)).state).not.toBe('verified');
    });

    it('whoever approves what they looked at approves nothing else; a program that names no version is served as before', async () => {
      const w = await openWorld(await open());
      const { desk, priya, ana } = w;
      const id = await w.verified();
      const { version } = await desk.view(id, ana);
      const seen = { id, note: null, actor: ana, voice };
      await desk.resets.chooseTargets({
        id,
        actor: priya,
        voice,
        now: desk.clock.now(),
        version,
        targets: [{ systemId: w.systemId, factorIds: ['otp-1'] }],
      });
      const stale = desk.resets.approve({ ...seen, version, now: desk.clock.now() });
      await expect(stale).rejects.toMatchObject({
        code: 'stale_version',
        options: { detail: { key: 'changedSinceLooked' } },
      });
      expect((await w.stand(id)).state).toBe('verified');
      const { version: looked } = await desk.view(id, ana);
      await desk.resets.approve({ ...seen, version: looked, now: desk.clock.now() });
      expect((await w.stand(id)).state).toBe('executing');
      const other = await openWorld();
      await other.desk.resets.approve({
        ...seen,
        id: await other.verified(),
        actor: other.ana,
        now: other.desk.clock.now(),
      });
    });
  });
});
