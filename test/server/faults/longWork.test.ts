import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { createForwarder } from '../../../server/features/audit/siem/forward.ts';
import { createHttpsDestination } from '../../../server/features/audit/siem/https.ts';
import { trustOf } from '../../../server/features/audit/siem/trust.ts';
import { createAuditWorld } from '../audit/support/world.ts';
import { CA, nameOf, SECRET, startBatches } from '../audit/siem/receivers.ts';
import { organisation, useFolder } from '../backup/support.ts';
import { breakableDisk } from '../../support/brokenDisk.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';

const { path, keyFile } = useFolder();

/** A disk of its own, of one page, where this machine lets us make one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

describe('S-91: what takes long, through a disk that takes nothing', { timeout: 120_000 }, () => {
  forEachDatabase(
    (open) => {
      it('`backup` to a disk without room says so, and leaves nothing there; then it is made', async ({
        skip,
      }) => {
        const place = await organisation(open, keyFile(1));
        const folder = smallDisk() ?? skip('no disk can be mounted here');
        writeFileSync(join(folder, 'ballast'), Buffer.alloc(4096));
        const run = await runHere(['backup', `${folder}/x.backup`, ...place.args]);
        expect([run.exitCode, run.stderr.trim() !== '']).toEqual([1, true]);
        expect(readdirSync(folder)).toEqual(['ballast']);
        rmSync(join(folder, 'ballast'));
        expect((await runHere(['backup', `${folder}/x.backup`, ...place.args])).exitCode).toBe(0);
        expect(
          (await runHere(['verify-backup', `${folder}/x.backup`, ...place.args.slice(-2)])).exitCode,
        ).toBe(0);
      });
    },
    ['SQLite in a file', 'PostgreSQL'],
  );

  forEachDatabase(
    (open) => {
      it('`backup` of a database that takes no writes makes a whole one, or none', async () => {
        const disk = breakableDisk();
        const place = await organisation(open, keyFile(1));
        for (const writes of [0, 1, 2, 3]) {
          const file = path(`${writes}.backup`);
          disk.breakAfter(writes);
          const run = await runHere(['backup', file, ...place.args]);
          disk.mend();
          expect([0, 1]).toContain(run.exitCode);
          if (existsSync(file))
            expect((await runHere(['verify-backup', file, ...place.args.slice(-2)])).exitCode).toBe(0);
          expect(readdirSync(path('.')).filter((name) => name.includes(`${writes}.backup`))).toHaveLength(
            existsSync(file) ? 1 : 0,
          );
        }
        expect((await runHere(['audit', 'verify', ...place.args])).exitCode).toBe(0);
      });

      it('`keys rotate` that fails at a write says so, and goes on when it is run again', async () => {
        const disk = breakableDisk();
        const file = keyFile(1);
        const place = await organisation(open, file);
        for (const writes of [0, 4, 12]) {
          disk.breakAfter(writes);
          const run = await runHere(['keys', 'rotate', ...place.args]);
          const failed = disk.mend();
          if (failed.length === 0) continue;
          expect(run.exitCode, `after ${writes} writes`).toBe(1);
          expect(run.stderr.trim()).not.toBe('');
          expect((await runHere(['keys', 'check', ...place.args])).exitCode).toBe(0);
          expect((await runHere(['audit', 'verify', ...place.args])).exitCode).toBe(0);
        }
        const run = await runHere(['keys', 'rotate', ...place.args, '--json']);
        expect(run.exitCode).toBe(0);
        expect(JSON.parse(run.stdout)).toMatchObject({ unopened: 0 });
        const newest = Math.max(...parseKeyring(readFileSync(file, 'utf8')).keys.keys());
        expect(JSON.parse(run.stdout)).toMatchObject({ version: newest });
        expect((await runHere(['audit', 'verify', ...place.args])).exitCode).toBe(0);
      });

      it('the SIEM lacks no event, whichever write of the forwarding fails', async () => {
        const disk = breakableDisk();
        const world = await createAuditWorld(open);
        const batches = await startBatches();
        const trust = trustOf({ ca: CA, identity: null });
        const forwarder = createForwarder(
          world.deps,
          createHttpsDestination({ url: batches.url, secret: SECRET }, trust, 2_000),
        );
        let failed = 0;
        for (let writes = 0; writes < 8; writes += 1) {
          await world.append(3);
          world.clock.advance(60_000);
          disk.breakAfter(writes);
          await forwarder.forward().catch(() => undefined);
          failed += disk.mend().length > 0 ? 1 : 0;
        }
        expect(failed).toBeGreaterThan(2);
        world.clock.advance(120_000);
        await forwarder.forward();
        const taken = [...new Set(batches.taken().map(nameOf))];
        expect(taken).toEqual(Array.from({ length: 24 }, (_, index) => String(index + 1)));
      });
    },
    ['SQLite in a file'],
  );
});
