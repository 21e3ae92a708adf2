import { expect, test } from 'vitest';
import { OPERATION_NAMES } from '../../../contract/operations.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { fuzz, fuzzEmptyServer } from './run.ts';
import { KINDS } from './world.ts';

/** So many requests to each database in the long run: `GATEHOUSE_FUZZ=50000`. */
const LONG = Number(process.env['GATEHOUSE_FUZZ'] ?? 0);
const SHORT = {
  'SQLite in memory': OPERATION_NAMES.length * 10,
  'SQLite in a file': 0,
  PostgreSQL: OPERATION_NAMES.length * 4,
};
const SEED = Number(process.env['GATEHOUSE_FUZZ_SEED'] ?? 1);

forEachDatabase(
  (open, kind) => {
    test(
      'S-61, issue 8: whatever anybody sends to whichever operation, the answer is one that the contract tells of',
      { timeout: 0 },
      async ({ annotate }) => {
        const requests = LONG || SHORT[kind];
        const found = await fuzz(await open(), { seed: SEED, requests });
        const { faults, succeeded, asked, statuses, slowest } = found;
        const counted = [...statuses].toSorted(([a], [b]) => a - b).map((pair) => pair.join(': '));
        const never = OPERATION_NAMES.filter((name) => !succeeded.has(name));
        await annotate(
          `seed ${SEED}, ${requests} requests: ${counted.join(', ')}; slowest ${slowest.name}, ${slowest.ms.toFixed(0)} ms; never succeeded: ${never.join(', ')}`,
        );
        expect(faults.join('\n')).toBe('');
        // Requests that never get past the first check would prove nothing.
        expect(succeeded.size).toBeGreaterThan(OPERATION_NAMES.length / 3);
        if (LONG) expect(asked.size).toBe(OPERATION_NAMES.length * KINDS.length);
      },
    );
  },
  ['SQLite in memory', 'PostgreSQL'],
);

test('S-61, issue 8: the same of a server that has no organisation yet', { timeout: 60_000 }, async () => {
  const succeeded = new Set<string>();
  for (let seed = 1; seed <= 4; seed += 1) {
    const db = openDatabase({ memory: true });
    const outcome = await fuzzEmptyServer(db, { seed, requests: 20 });
    await db.close();
    expect(outcome.faults.join('\n')).toBe('');
    for (const name of outcome.succeeded) succeeded.add(name);
  }
  expect([...succeeded].toSorted()).toEqual(['setup.createOrganisation', 'setup.openSample', 'setup.state']);
});
