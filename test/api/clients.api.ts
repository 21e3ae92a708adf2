import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastLine, python, run, startServer, workshop } from './workshop.ts';
import type { Ran } from './workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.test.close());

/** Each program lists people, is refused a list, and imports a person from a CSV. */
async function using(program: string[], cwd: string): Promise<unknown> {
  const token = await server.test.administrator.signIn({ stepUp: true });
  const username = `${cwd.split('/').at(-1)}.person`;
  const env = { GATEHOUSE_ADDRESS: server.address, GATEHOUSE_TOKEN: token, GATEHOUSE_USERNAME: username };
  const { ok, output } = await run(program, { cwd, env });
  if (!ok) throw new Error(output);
  const people = await server.test.call('users.list', { search: username }, { token });
  expect(people.body.items.map((person) => person.username)).toEqual([username]);
  return JSON.parse(lastLine(output)) as unknown;
}

const WORKED = {
  people: expect.arrayContaining(['admin']),
  problem: { status: 401, code: 'not_signed_in' },
  imported: 1,
  skipped: 1,
  problemLine: 3,
};

function succeeded({ ok, output }: Ran): void {
  if (!ok) throw new Error(output.slice(-4000));
}

describe('10.E14: a client that is generated from the document compiles, lists, reads a problem, imports a CSV', () => {
  it('in TypeScript, by openapi-typescript', async ({ skip }) => {
    const cwd = workshop('typescript');
    const installed = await run(['npm', 'ci', '--no-audit', '--no-fund'], { cwd });
    if (!installed.ok) skip(`npm’s packages can’t be had: ${lastLine(installed.output)}`);
    succeeded(await run(['npx', 'redocly', 'lint', '--extends=recommended', server.document], { cwd }));
    succeeded(await run(['npx', 'openapi-typescript', server.document, '--output', 'schema.d.ts'], { cwd }));
    succeeded(await run(['npx', 'tsc', '--project', '.'], { cwd }));
    expect(await using([process.execPath, 'use.ts'], cwd)).toEqual(WORKED);
  });

  it('in Python, by openapi-python-client', async ({ skip }) => {
    const found = await python();
    if ('reason' in found) return skip(found.reason);
    const cwd = workshop('python');
    const generator = join(found.bin, 'openapi-python-client');
    const made = await run(
      [
        generator,
        'generate',
        '--path',
        server.document,
        '--config',
        'generator.yaml',
        '--meta',
        'none',
        '--output-path',
        'gatehouse',
      ],
      { cwd, env: { PATH: `${found.bin}:${process.env['PATH']}` } },
    );
    succeeded(made);
    expect(made.output).not.toContain('WARNING');
    succeeded(await run([join(found.bin, 'python'), '-m', 'compileall', '-q', 'gatehouse'], { cwd }));
    expect(await using([join(found.bin, 'python'), 'use.py'], cwd)).toEqual(WORKED);
  });

  it('in Go, by oapi-codegen', async ({ skip }) => {
    const cwd = workshop('go');
    const had = await run(['go', 'mod', 'download'], { cwd });
    if (!had.ok) skip(`Go’s modules can’t be had: ${lastLine(had.output)}`);
    copyFileSync(server.document, join(cwd, 'openapi.json'));
    succeeded(
      await run(['go', 'tool', 'oapi-codegen', '-config', 'generator.yaml', 'openapi.json'], { cwd }),
    );
    succeeded(await run(['go', 'build', '-o', 'use', '.'], { cwd }));
    expect(await using([join(cwd, 'use')], cwd)).toEqual(WORKED);
  });
});
