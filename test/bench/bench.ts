/**
 * `npm run bench`: what docs/performance.md has figures of, beside this machine's limits in the same run.
 * `npm run bench -- --compare before.json after.json` says what got slower, and ends with 1 where something did.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { isBuilt } from '../../scripts/lib/build.mjs';
import { addresses } from './parts/addresses.ts';
import { bareHttp } from './parts/bare.ts';
import { beside } from './parts/beside.ts';
import { codeChecks } from './parts/codeChecks.ts';
import { consoleInBrowser } from './parts/console.ts';
import { importing } from './parts/importing.ts';
import { log } from './parts/log.ts';
import { reads } from './parts/reads.ts';
import { signIns } from './parts/signIns.ts';
import { start, underLoad } from './parts/start.ts';
import { twoServers } from './parts/twoServers.ts';
import type { Kind } from './support/places.ts';
import { slowerThan, tableOf } from './support/report.ts';
import type { Line, Report } from './support/report.ts';
import { openSession } from './support/session.ts';
import type { Session } from './support/session.ts';

/** In this order: the import comes last, because its people stay. */
const PARTS: Record<string, (session: Session) => Promise<Line[]>> = {
  bare: bareHttp,
  codes: codeChecks,
  two: twoServers,
  addresses,
  reads,
  signIns,
  beside,
  console: consoleInBrowser,
  load: underLoad,
  log,
  start,
  import: importing,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: 'string', default: '10000' },
    database: { type: 'string', default: 'sqlite,postgres' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    ms: { type: 'string', default: '1500' },
    json: { type: 'string', default: 'out/bench.json' },
    compare: { type: 'boolean', default: false },
  },
});

if (values.compare) compare(positionals);
else await measure();

function compare([before = '', after = '']: string[]): void {
  const [old, now] = [before, after].map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report[]);
  let slower = 0;
  for (const report of now ?? []) {
    const same = old?.find(
      ({ database, people }) => database === report.database && people === report.people,
    );
    if (!same) continue;
    for (const sentence of slowerThan(same, report)) {
      slower += 1;
      console.log(`${report.database}, ${report.people} people: ${sentence}`);
    }
  }
  if (slower === 0) console.log('Nothing got slower.');
  else process.exitCode = 1;
}

async function measure(): Promise<void> {
  if (!isBuilt()) throw new Error('The server is measured as it is shipped: npm run build comes first.');
  const reports: Report[] = [];
  const chosen = values.only?.split(',') ?? Object.keys(PARTS);
  for (const kind of values.database.split(',') as Kind[]) {
    const people = Number(values.people);
    const session = await openSession(kind, {
      people,
      ms: Number(values.ms),
      rounds: Number(values.rounds),
    });
    const lines: Line[] = [];
    try {
      for (const [name, part] of Object.entries(PARTS)) {
        if (chosen.includes(name)) lines.push(...(await part(session)));
      }
    } finally {
      await session.end();
    }
    const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
    const report = { at: new Date().toISOString(), machine, database: kind, people, lines };
    reports.push(report);
    console.log(`${tableOf(report)}\n`);
  }
  writeFileSync(values.json, `${JSON.stringify(reports, null, 2)}\n`);
}
