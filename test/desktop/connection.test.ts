import { describe, expect, it } from 'vitest';
import { operationOf } from '../../contract/operations.ts';
import { problem } from '../../electron/main/api/problem.ts';
import { createApiCalls } from '../../electron/main/desktop/apiCalls.ts';
import { createConnection } from '../../electron/main/desktop/connection.ts';
import { LOCAL, SAMPLE, type Profile } from '../../electron/main/desktop/profiles.ts';
import { english, say } from './support/words.ts';

const SERVER: Profile = { id: 's1', kind: 'server', name: 'Northwind', address: 'https://gatehouse.example' };
const me = operationOf('me.get');

function bench() {
  const acts: string[] = [];
  const inputs: Record<string, unknown>[] = [];
  let giveUp: () => void = () => undefined;
  let dead = false;
  const serverOf = (kind: string) => ({
    start: () => acts.push(`start ${kind}`),
    stop: async () => void acts.push(`stop ${kind}`),
    setupToken: () => `setup-${kind}`,
  });
  const connection = createConnection({
    openClient: (profile, origin) => ({
      call: async (_operation, input) => {
        inputs.push(input);
        await Promise.resolve();
        if (dead && origin.endsWith(':1')) return { ok: false, error: problem('unreachable', 'It died.') };
        return { ok: true, data: `${profile.id} at ${origin}` };
      },
      forget: () => acts.push('forget'),
      close: () => acts.push(`close ${origin}`),
    }),
    servers: { local: serverOf('local'), sample: serverOf('sample') },
    after: (_ms, act) => {
      giveUp = act;
      return { cancel: () => undefined };
    },
    problem,
    words: { say, write: english.write },
    onChange: () => undefined,
  });
  return { connection, acts, inputs, giveUp: () => giveUp(), die: () => (dead = true) };
}

const refusal = (words: string, code = 'unavailable') => ({
  ok: false,
  error: { code, detail: expect.stringContaining(words) },
});

describe('a profile on this computer', () => {
  it('starts its server, and calls wait until it is there', async () => {
    const { connection, acts } = bench();
    await connection.use(LOCAL);
    expect(acts).toEqual(['start local']);
    const answer = connection.call(me, {});
    connection.heard('local', { state: 'starting', message: null });
    connection.heard('local', { state: 'ready', address: 'http://127.0.0.1:1' });
    expect(await answer).toEqual({ ok: true, data: 'local at http://127.0.0.1:1' });
  });

  it('follows its server to another port', async () => {
    const { connection, acts } = bench();
    await connection.use(LOCAL);
    connection.heard('local', { state: 'ready', address: 'http://127.0.0.1:1' });
    connection.heard('local', { state: 'starting', message: 'again' });
    connection.heard('local', { state: 'ready', address: 'http://127.0.0.1:2' });
    expect(await connection.call(me, {})).toEqual({ ok: true, data: 'local at http://127.0.0.1:2' });
    expect(acts).toContain('close http://127.0.0.1:1');
  });

  it('that dies under a question is asked again once it stands, for a read alone', async () => {
    const { connection, die } = bench();
    await connection.use(LOCAL);
    connection.heard('local', { state: 'ready', address: 'http://127.0.0.1:1' });
    const [read, write] = [
      connection.call(me, {}),
      connection.call(operationOf('me.disable'), { code: '1' }),
    ];
    die();
    connection.heard('local', { state: 'starting', message: 'again' });
    connection.heard('local', { state: 'ready', address: 'http://127.0.0.1:2' });
    expect(await read).toEqual({ ok: true, data: 'local at http://127.0.0.1:2' });
    expect(await write).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('says why where its server failed, and that it is slow where it is', async () => {
    const { connection, giveUp } = bench();
    await connection.use(LOCAL);
    const waiting = connection.call(me, {});
    giveUp();
    expect(await waiting).toMatchObject(refusal('still starting'));
    connection.heard('local', { state: 'failed', message: 'The disk is full.' });
    expect(await connection.call(me, {})).toMatchObject(refusal('The disk is full.'));
  });

  it('is not started a second time while it runs, and is after it failed', async () => {
    const { connection, acts } = bench();
    await connection.use(LOCAL);
    connection.heard('local', { state: 'ready', address: 'http://127.0.0.1:1' });
    await connection.use(LOCAL);
    expect(acts).toEqual(['start local']);
    connection.heard('local', { state: 'failed', message: 'x' });
    await connection.use(LOCAL);
    expect(acts).toEqual(['start local', 'close http://127.0.0.1:1', 'start local']);
  });
});

describe('switching', () => {
  it('stops the server before it starts the next', async () => {
    const { connection, acts } = bench();
    await connection.use(LOCAL);
    await connection.use(SAMPLE);
    await connection.use(SERVER);
    expect(acts).toEqual(['start local', 'stop local', 'start sample', 'stop sample']);
    connection.heard('sample', { state: 'ready', address: 'http://127.0.0.1:9' });
    expect(await connection.call(me, {})).toEqual({ ok: true, data: 's1 at https://gatehouse.example' });
  });

  it('to none refuses calls with what to do', async () => {
    const { connection } = bench();
    await connection.use(SERVER);
    await connection.use(undefined);
    expect(await connection.call(me, {})).toMatchObject(refusal('Choose one first', 'not_signed_in'));
  });
});

describe('calls of the page', () => {
  const organisation = {
    organisation: 'Northwind',
    username: 'mia',
    name: 'Mia',
    email: 'mia@example.org',
    password: 'long enough',
  };

  function calls(token: string | undefined) {
    const { connection, inputs, acts } = bench();
    const learnt: unknown[] = [];
    const call = createApiCalls({
      connection,
      setupToken: () => token,
      forgetToken: connection.forget,
      learn: (answer) => learnt.push(answer),
    });
    return { connection, inputs, acts, learnt, call };
  }

  it('S-64: set-up on this computer carries the token that main handed its server', async () => {
    const { connection, inputs, call } = calls('from-main');
    await connection.use(SERVER);
    await call('setup.createOrganisation', { ...organisation, token: 'from-page' });
    await call('me.get', {});
    expect(inputs).toEqual([{ ...organisation, token: 'from-main' }, {}]);
  });

  it('S-64: set-up of a server elsewhere carries the token that the person typed', async () => {
    const { connection, inputs, call } = calls(undefined);
    await connection.use(SERVER);
    await call('setup.createOrganisation', { ...organisation, token: 'typed' });
    expect(inputs).toEqual([{ ...organisation, token: 'typed' }]);
  });

  it('signing out ends the session on this side whatever the server says', async () => {
    const { connection, acts, call } = calls(undefined);
    await connection.use(SERVER);
    await call('signIn.signOut', {});
    expect(acts).toContain('forget');
  });
});
