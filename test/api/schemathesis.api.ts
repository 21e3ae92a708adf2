import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../support/app.ts';
import { python, run, startServer, workshop } from './workshop.ts';

const KINDS = ['nobody', 'user', 'help_desk', 'administrator'] as const;
type Kind = (typeof KINDS)[number];

/** Cases for each operation and kind of session. */
const EXAMPLES = process.env['GATEHOUSE_EXAMPLES'] ?? '3';
/** All of them by `GATEHOUSE_PHASES=examples,coverage,fuzzing,stateful`: ten minutes a kind and more. */
const PHASES = process.env['GATEHOUSE_PHASES'] ?? 'examples,fuzzing';
const SEED = process.env['GATEHOUSE_SEED'] ?? '20261129';

let server: Awaited<ReturnType<typeof startServer>>;
const people = new Map<Kind, TestPerson>();
const tokens = new Map<Kind, string>();
let ids: string[];

let joined = 0;

/** Somebody of a kind, by a name that nobody had. */
async function somebody(kind: Kind, mfa: boolean): Promise<TestPerson> {
  const username = `${kind.replace('_', '-')}-${String((joined += 1))}`;
  return server.test.person({ username, mfa, roles: kind === 'user' || kind === 'nobody' ? [] : [kind] });
}

const THAWED = { setups_frozen_at: null, setups_frozen_by: null, setups_freeze_reason: null };

/** A run changes passwords, turns MFA off, locks, suspends and freezes setups: then another one of the kind goes on. */
async function signIn(kind: Kind): Promise<string> {
  const stepUp = kind !== 'user';
  try {
    return (await people.get(kind)?.signIn({ stepUp })) ?? '';
  } catch {
    await server.test.deps.db.kysely.updateTable('organisation').set(THAWED).execute();
    const next = await somebody(kind, true);
    people.set(kind, next);
    return next.signIn({ stepUp });
  }
}

async function tokenOf(kind: Kind, anew: boolean): Promise<string> {
  const held = tokens.get(kind);
  if (held !== undefined && !anew && (await server.test.call('me.get', {}, { token: held })).status === 200)
    return held;
  const fresh = await signIn(kind);
  if (!anew) tokens.set(kind, fresh);
  return fresh;
}

/** Hands tokens and ids to the hooks, which run in another process. */
const helper = createServer((request, response) => {
  response.setHeader('connection', 'close');
  const [, what, kind, anew] = (request.url ?? '').split('/') as [string, string, Kind, string?];
  const answer = what === 'ids' ? Promise.resolve(ids) : tokenOf(kind, anew !== undefined);
  answer.then(
    (value) => response.end(JSON.stringify(value)),
    // The run ends with this sentence; without an answer it would wait for ever.
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

beforeAll(async () => {
  server = await startServer();
  const { test } = server;
  people.set('administrator', test.administrator);
  // The manager that the hooks name.
  people.set('help_desk', await test.person({ username: 'helen', roles: ['help_desk'] }));
  people.set('user', await somebody('user', false));
  const victim = await test.person({ username: 'vic' });
  const token = await test.administrator.signIn();
  const opened = await test.call(
    'resetRequests.open',
    { userId: victim.id, reason: 'broken', note: 'A call.' },
    { token },
  );
  ids = [victim.id, opened.body.id];
  helper.listen(0, '127.0.0.1');
  await once(helper, 'listening');
});
afterAll(async () => {
  helper.close();
  await server.test.close();
});

describe('10.E: schemathesis finds nothing in any operation', () => {
  it.for(KINDS)('asked by %s', async (kind, { skip }) => {
    const found = await python();
    if ('reason' in found) return skip(found.reason);
    const cwd = workshop('schemathesis');
    const program = join(found.bin, 'schemathesis');
    const what = `--config-file schemathesis.toml run ${server.address}/api/openapi.json`;
    const how = `--max-examples ${EXAMPLES} --seed ${SEED} --phases ${PHASES} --no-shrink --continue-on-failure`;
    // A stream never ends, and is tested by itself.
    const but = '--exclude-operation-id events.stream --request-timeout 20';
    const { ok, output } = await run([program, ...`${what} ${how} ${but}`.split(' ')], {
      cwd,
      limit: 7_200_000,
      env: {
        GATEHOUSE_KIND: kind,
        GATEHOUSE_HELPER: `http://127.0.0.1:${(helper.address() as AddressInfo).port}`,
        SCHEMATHESIS_HOOKS: 'hooks',
        PYTHONPATH: cwd,
      },
    });
    if (!ok) throw new Error(output);
    expect(output).toMatch(/Tested: [1-9]/);
  });
});
