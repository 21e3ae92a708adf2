import { expect, test } from 'vitest';
import { forEachDatabase } from '../../support/databases.ts';
import { walk, walkTest } from './walk.ts';

walkTest(0);

forEachDatabase(
  (open) => {
    test('S-30 a shorter walk on PostgreSQL', { timeout: 0 }, async () => {
      expect((await walk(7, 150, await open())).refused.size).toBeGreaterThan(3);
    });
  },
  ['PostgreSQL'],
);
