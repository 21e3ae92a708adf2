import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Deps } from '../../../../server/context.ts';
import { appendAudit } from '../../../../server/domain/audit/append.ts';
import { createForwarder } from '../../../../server/features/audit/siem/forward.ts';
import { createHttpsDestination } from '../../../../server/features/audit/siem/https.ts';
import { trustOf } from '../../../../server/features/audit/siem/trust.ts';
import { forEachDatabase, TWO_SERVERS } from '../../../support/databases.ts';
import { runHere } from '../../../support/runHere.ts';
import { backedUp, organisation, useFolder } from '../../backup/support.ts';
import { CA, SECRET, startBatches } from './receivers.ts';
import type { BatchReceiver } from './receivers.ts';

const { path, keyFile } = useFolder();

const forward = (deps: Deps, { url }: BatchReceiver): Promise<void> =>
  createForwarder(
    deps,
    createHttpsDestination({ url, secret: SECRET }, trustOf({ ca: CA, identity: null })),
  ).forward();

const suspend = (deps: Deps): Promise<void> =>
  deps.db.transaction((tx) =>
    appendAudit(tx, deps, { at: deps.now(), action: 'user.suspended', actor: null, target: null }),
  );

describe('16.7: after a restore', { timeout: 60_000 }, () => {
  forEachDatabase((open) => {
    it('the SIEM is told of it, and gets what the log has from the backup on', async () => {
      const place = await organisation(open, keyFile(1));
      const receiver = await startBatches();
      await place.within((deps) => forward(deps, receiver));
      await backedUp(place, path('a.backup'));
      await place.within(async (deps) => {
        for (const _ of [1, 2, 3, 4]) await suspend(deps);
        await deps.db.kysely.deleteFrom('leases').execute();
        await forward(deps, receiver);
      });
      const before = receiver.taken().length;
      const run = await runHere(['restore', path('a.backup'), '--replace', ...place.args], {
        input: 'Northwind\n',
      });
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
      await place.within((deps) => forward(deps, receiver));
      const again = receiver.taken().slice(before);
      const restored = again.find(({ message }) => message === 'backup.restored');
      const replaced = receiver
        .taken()
        .slice(0, before)
        .filter(({ metadata }) => metadata.sequence >= (restored?.metadata.sequence ?? 0));
      expect(replaced.length).toBeGreaterThan(2);
      // The same numbers, by other ids.
      const ids = new Set(replaced.map(({ metadata }) => metadata.uid));
      expect(again.filter(({ metadata }) => ids.has(metadata.uid))).toEqual([]);
      const sequences = again
        .filter(({ message }) => message !== 'audit.checkpoint')
        .map(({ metadata }) => metadata.sequence);
      expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) + index));
    });
  }, TWO_SERVERS);
});

describe('16.7: how it is configured', () => {
  it.each([
    [['--siem-https', 'https://siem.example/x'], {}, /GATEHOUSE_SIEM_SECRET/],
    [[], { GATEHOUSE_SIEM_SECRET: SECRET }, /--siem-https/],
  ])('%j with %j is refused before anything is made', async (args, env, said) => {
    const run = await runHere(['serve', '--data', path('data'), ...args], { env });
    expect([run.exitCode, run.stderr]).toEqual([2, expect.stringMatching(said)]);
    expect(existsSync(path('data'))).toBe(false);
  });

  it('S-52: what is in force is shown without its secrets', async () => {
    const env = {
      GATEHOUSE_SIEM_SECRET: SECRET,
      GATEHOUSE_SIEM_HTTPS: 'https://gatehouse:hunter2@siem.example/x',
    };
    const run = await runHere(['config', '--json'], { env });
    expect([run.exitCode, run.stdout]).toEqual([0, expect.stringContaining('siem.example')]);
    expect(run.stdout).not.toMatch(new RegExp(`hunter2|${SECRET}`));
  });
});
