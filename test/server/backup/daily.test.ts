import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import type { Deps } from '../../../server/context.ts';
import { DatabaseUnavailable } from '../../../server/db/errors.ts';
import type { Snapshot } from '../../../server/db/snapshot.ts';
import { createCopiedLogCheck } from '../../../server/features/audit/copiedLog.ts';
import { createDailyBackups } from '../../../server/features/backup/daily.ts';
import { dailyTurn } from '../../../server/features/backup/rules/dailyTurn.ts';
import { startServer } from '../../../server/main.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';
import { backedUp, organisation, useFolder } from './support.ts';

const { path, keyFile } = useFolder();

/** 02:30 in Berlin, in winter. */
const DUE = Date.UTC(2027, 0, 10, 1, 30);
const AT = 2 * 60 + 30;

describe('whose turn a moment is', () => {
  it.each<[string, string, string]>([
    ['2026-11-30T01:29:59Z', 'Europe/Berlin', '2026-11-29'],
    ['2026-11-30T01:30:00Z', 'Europe/Berlin', '2026-11-30'],
    ['2026-11-30T01:30:00Z', 'America/New_York', '2026-11-29'],
    // 02:30 doesn't come that day: at 03:00 it is over.
    ['2027-03-28T00:59:59Z', 'Europe/Berlin', '2027-03-27'],
    ['2027-03-28T01:00:00Z', 'Europe/Berlin', '2027-03-28'],
    // It comes twice: what was made at the first isn't undone by the hour between, and is of the same day at the second.
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T01:00:00Z', 'Europe/Berlin', '2026-10-24'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2027-01-01T00:00:00Z', 'UTC', '2026-12-31'],
  ])('%s in %s: %s', (at, zone, day) => {
    expect(dailyTurn(Date.parse(at), AT, zone)).toBe(day);
  });
});

describe('a backup each day', { timeout: 60_000 }, () => {
  forEachDatabase((open) => {
    const folder = () => path('backups');
    const backups = () =>
      readdirSync(folder())
        .filter((name) => name.endsWith('.backup'))
        .toSorted();
    const named = (at: number) =>
      `gatehouse-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`;

    async function within(
      work: (deps: Deps, makeDue: (now: number) => Promise<void>) => Promise<void>,
      keep = 2,
    ) {
      mkdirSync(folder());
      const place = await organisation(open, keyFile(1));
      await place.within(async (opened) => {
        await opened.db.kysely
          .insertInto('settings')
          .values({ name: 'timeZone', value: '"Europe/Berlin"', updated_at: 0 })
          .execute();
        const log = pino({ level: 'silent' });
        const deps = {
          ...opened,
          log,
          config: { ...opened.config, backups: { folder: folder(), minuteOfDay: AT, keep } },
        };
        await work(deps, (now) => createDailyBackups(deps, createCopiedLogCheck).makeDue(now));
      });
      return place;
    }
    const mails = async ({ db }: Deps) =>
      (await db.kysely.selectFrom('outbox').select('id').where('kind', '=', 'backup_failed').execute())
        .length;

    it('is made once, from its hour on, and can be verified by its key', async () => {
      await within(async (_deps, makeDue) => {
        await makeDue(DUE);
        expect(backups()).toEqual([named(DUE)]);
        for (const later of [MINUTE, HOUR, 23 * HOUR, DAY - MINUTE]) await makeDue(DUE + later);
        expect(backups()).toHaveLength(1);
        await makeDue(DUE + DAY);
        expect(backups()).toEqual([named(DUE), named(DUE + DAY)]);
      });
      const run = await runHere(['verify-backup', join(folder(), named(DUE)), '--key-file', keyFile(1)]);
      expect([run.exitCode, run.stderr]).toEqual([0, '']);
    });

    it('S-92 one of a clock that was ahead doesn’t stand for those until then', async () => {
      await within(async (_deps, makeDue) => {
        await makeDue(DUE + 30 * DAY);
        await makeDue(DUE);
        expect(backups()).toEqual([named(DUE), named(DUE + 30 * DAY)]);
      });
    });

    it('is made by one server of several', async () => {
      await within(async (_deps, makeDue) => {
        await Promise.all([makeDue(DUE), makeDue(DUE + 1000), makeDue(DUE + 2000)]);
        expect(backups()).toHaveLength(1);
      });
    });

    it('one by hand doesn’t stand for it', async () => {
      const place = await within(() => Promise.resolve());
      expect((await runHere(['backup', path('by-hand'), ...place.args])).exitCode).toBe(0);
      await place.within(async (opened) => {
        const deps = {
          ...opened,
          config: { ...opened.config, backups: { folder: folder(), minuteOfDay: 0, keep: 1 } },
        };
        await createDailyBackups(deps, createCopiedLogCheck).makeDue(Date.now());
      });
      expect(backups()).toHaveLength(1);
    });

    it('the oldest beyond the number go; what is another’s stays, and isn’t counted', async () => {
      await within(async (_deps, makeDue) => {
        for (const day of [0, 1]) await makeDue(DUE + day * DAY);
        const strange = named(DUE - 30 * DAY);
        writeFileSync(join(folder(), strange), 'no backup');
        writeFileSync(join(folder(), 'notes.backup'), 'mine');
        await makeDue(DUE + 2 * DAY);
        expect(backups()).toEqual([strange, named(DUE + DAY), named(DUE + 2 * DAY), 'notes.backup']);
      });
    });

    it('what is left of one whose server was killed goes with the next; one that is being written stays', async () => {
      await within(async (_deps, makeDue) => {
        const [dead, alive] = [1, 2].map((hour) =>
          join(folder(), `.${named(DUE - hour * HOUR)}.0123456789ab.part`),
        );
        for (const [file, at] of [
          [dead, DUE - HOUR],
          [alive, DUE - MINUTE],
        ] as const) {
          writeFileSync(file ?? '', 'half');
          utimesSync(file ?? '', at / 1000, at / 1000);
        }
        await makeDue(DUE);
        expect([dead, alive].map((file) => existsSync(file ?? ''))).toEqual([false, true]);
      });
    });

    it('where it fails it is logged, administrators hear of it once a day, and it comes again in an hour', async () => {
      await within(async (deps, makeDue) => {
        rmSync(folder(), { recursive: true });
        const logged: unknown[] = [];
        deps.log.error = (fields: unknown) => void logged.push(fields);
        for (const minutes of [0, 1, 30, 59, 60, 120]) await makeDue(DUE + minutes * MINUTE);
        expect(logged).toHaveLength(3);
        expect(String((logged[0] as { err: unknown }).err)).toContain(folder());
        expect(await mails(deps)).toBe(1);
        await makeDue(DUE + DAY);
        expect(await mails(deps)).toBe(2);
        mkdirSync(folder());
        await makeDue(DUE + DAY + HOUR);
        expect(backups()).toEqual([named(DUE + DAY + HOUR)]);
      });
    });

    it('one that the database cut short comes again a minute later, by the same server, and only once so soon', async () => {
      await within(async (deps) => {
        let outages = 2;
        const leaving = {
          ...deps,
          db: {
            ...deps.db,
            snapshot: <T>(work: (snapshot: Snapshot) => Promise<T>) =>
              deps.db.snapshot(async (snapshot) => {
                const made = await work(snapshot);
                if ((outages -= 1) >= 0) throw new DatabaseUnavailable('The database went away.');
                return made;
              }),
          },
        };
        const { makeDue } = createDailyBackups(leaving, createCopiedLogCheck);
        await makeDue(DUE);
        expect(await mails(deps)).toBe(0);
        await makeDue(DUE + MINUTE);
        expect(await mails(deps)).toBe(1);
        const made = backups().length;
        await makeDue(DUE + 2 * MINUTE);
        expect(backups()).toHaveLength(made);
        await makeDue(DUE + 2 * HOUR);
        expect(backups().at(-1)).toBe(named(DUE + 2 * HOUR));
      }, 9);
    });

    it('what can’t be read back is no backup: it goes, and the older ones stay', async () => {
      await within(async (deps, makeDue) => {
        await makeDue(DUE);
        const spoilt = createDailyBackups(deps, (keys) => {
          const [newest = ''] = backups().slice(-1);
          spoil(join(folder(), newest));
          return createCopiedLogCheck(keys);
        });
        await spoilt.makeDue(DUE + DAY);
        expect(backups()).toEqual([named(DUE)]);
        expect(await mails(deps)).toBe(1);
      }, 1);
    });

    it('S-50: where the log inside isn’t in order, no older one is removed, and administrators hear of it', async () => {
      await within(async (deps, makeDue) => {
        await makeDue(DUE);
        await deps.db.kysely
          .updateTable('audit_events')
          .set({ actor_name: 'Mallory' })
          .where('sequence', '=', 1)
          .execute();
        await makeDue(DUE + DAY);
        expect(backups()).toEqual([named(DUE), named(DUE + DAY)]);
        expect(await mails(deps)).toBe(1);
        await makeDue(DUE + DAY + HOUR);
        expect(backups()).toHaveLength(2);
      }, 1);
    });

    it('/metrics has how long ago the last one was, and nothing where there is none', async () => {
      const place = await organisation(open, keyFile(1));
      const age = async () => {
        const server = await startServer(place.options);
        const text = await (await fetch(`${server.address}/metrics`)).text();
        await server.close();
        return /^gatehouse_backup_age_seconds ([0-9.]+)$/m.exec(text)?.[1];
      };
      expect(await age()).toBeUndefined();
      await backedUp(place, path('by-hand'));
      expect(Number(await age())).toBeLessThan(60);
    });

    it('a server that ends gives up what it makes, without a trace', async () => {
      await within(async (deps) => {
        const daily = createDailyBackups(deps, createCopiedLogCheck);
        daily.giveUp();
        await daily.makeDue(DUE);
        expect(readdirSync(folder())).toEqual([]);
        expect(await mails(deps)).toBe(0);
      });
    });
  }, TWO_SERVERS);
});

describe('gatehouse serve', () => {
  it('makes the folder for backups; its time and number need it', async () => {
    const folder = path('new/backups');
    const serve = ['serve', '--port', '0', '--data', path('data')];
    const alone = await runHere([...serve, '--backup-keep', '3']);
    expect([alone.exitCode, alone.stderr, existsSync(path('data'))]).toEqual([
      2,
      expect.stringContaining('--backup-dir'),
      false,
    ]);
    const run = await runHere([...serve, '--backup-dir', folder, '--backup-at', '00:00']);
    expect([run.exitCode, run.stderr, readdirSync(folder)]).toEqual([0, '', []]);
  });
});

/** One byte in the middle. */
function spoil(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.length - 40;
  const handle = openSync(file, 'r+');
  writeSync(handle, Uint8Array.of((bytes[at] ?? 0) ^ 1), 0, 1, at);
  closeSync(handle);
}
