import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

interface Step {
  uses?: string;
  run?: string;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  jobs: Record<string, { permissions?: unknown; 'timeout-minutes'?: number; steps: Step[] }>;
}

const fromBuilder = createRequire(join(root, 'node_modules/electron-builder/package.json'));
const yaml = fromBuilder('js-yaml') as { load(text: string): unknown };
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const read = (file: string) =>
  yaml.load(readFileSync(join(root, '.github/workflows', file), 'utf8')) as Workflow;
const files = globSync('*.yml', { cwd: join(root, '.github/workflows') });

describe.each(files)('.github/workflows/%s', (file) => {
  const { permissions, jobs } = read(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('may read the code, and no more unless a job says so', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('pins each action to one release', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^actions\/[\w-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('runs npm scripts that exist', () => {
    const named = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
    );
    expect(named.filter((name) => !((name ?? '') in scripts))).toEqual([]);
  });

  it('puts nothing that others write into a command', () => {
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });
});

describe('the workflows', () => {
  it('test every push and every pull request', () => {
    const { on, jobs } = read('test.yml');
    expect(Object.keys(on)).toEqual(['push', 'pull_request']);
    expect(jobs['test']?.steps.map(({ run }) => run)).toContain('npm test');
  });

  it('release a tag as a draft, which is all that may write', () => {
    const { on, jobs } = read('release.yml');
    expect(on).toEqual({ push: { tags: ['v*'] } });
    const writing = Object.entries(jobs).filter(([, { permissions }]) => permissions !== undefined);
    expect(writing.map(([name]) => name)).toEqual(['draft']);
    expect(jobs['draft']?.steps.at(-1)?.run).toContain('--draft');
  });
});
