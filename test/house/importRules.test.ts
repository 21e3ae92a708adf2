import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cruise, root } from './cruise.ts';
import { soundFiles, violations } from './plantedViolations.ts';

describe('the rooms of this checkout', () => {
  const result = cruise(root);

  // dependency-cruiser that reads nothing reports success, and has done so with TypeScript 7.
  it.each([
    ['contract', 8],
    ['electron', 30],
    ['renderer', 150],
    ['server/domain', 40],
    ['server/features', 100],
  ])('are read: %s has more than %i modules', (room, floor) => {
    const read = result.modules.filter((module) => module.source.startsWith(`${room}/`));
    expect(read.length).toBeGreaterThan(floor);
  });

  it('break no rule', () => {
    expect(result.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
  });
});

describe('a planted violation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-rules-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function plant(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }

  plant(soundFiles);
  const before = cruise(folder).summary.violations;
  for (const files of Object.values(violations)) plant(files);
  const after = cruise(folder).summary.violations;

  it('is what it takes: a sound checkout has none', () => {
    expect(before).toEqual([]);
  });

  it.each(Object.entries(violations))('of %s is found', (rule, files) => {
    const [breaking] = Object.keys(files);
    expect(after.filter(({ from }) => from === breaking).map((found) => found.rule.name)).toContain(rule);
  });

  it('exists for each rule, at a path of its own', () => {
    const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[];
    };
    expect(Object.keys(violations).toSorted()).toEqual(config.forbidden.map((rule) => rule.name).toSorted());
    const paths = Object.values(violations).flatMap((files) => Object.keys(files));
    expect(new Set(paths).size).toBe(paths.length);
  });
});
