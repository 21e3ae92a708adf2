import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { inputSchemaOf, operationOf, OPERATION_NAMES } from '../../contract/operations.ts';
import { answerSafely, type Handler } from '../../electron/main/ipc/answer.ts';
import { misfits } from '../../electron/main/ipc/misfits.ts';
import { isOwnMainFrame, type Sender } from '../../electron/main/ipc/sender.ts';
import { isAppUrl } from '../../electron/main/window/appOrigin.ts';
import { say } from './support/words.ts';

const frame = (url: string, parent: object | null = null): Sender => ({
  senderFrame: { url, parent } as Sender['senderFrame'],
});

describe('S-71: the sender', () => {
  it('is the main frame of a page of ours', () => {
    expect(isOwnMainFrame(frame('app://gatehouse/users'), isAppUrl)).toBe(true);
  });

  it.each([
    ['a frame inside a page of ours', frame('app://gatehouse/users', {})],
    ['a frame that is gone', { senderFrame: null }],
    ['another origin of our scheme', frame('app://gatehouse.evil.example/')],
    ['a host that only begins like ours', frame('app://gatehouse@evil.example/')],
    ['the web', frame('https://gatehouse/')],
    ['a blank page', frame('about:blank')],
    ['a file', frame('file:///app/gatehouse/index.html')],
  ])('is not %s', (_what, sender) => {
    expect(isOwnMainFrame(sender, isAppUrl)).toBe(false);
  });
});

describe('S-71: an answer', () => {
  const log: string[] = [];
  const handler: Handler = {
    schemas: new Map([
      ['note', Type.Object({ text: Type.String({ maxLength: 5 }) }, { additionalProperties: false })],
    ]),
    run: async (_operation, input) => {
      if (input['text'] === 'boom') throw new Error('at /home/mia/secret.ts:1');
      return { ok: true, data: input };
    },
  };
  const ask = (operation: unknown, input: unknown, trusted = true) =>
    answerSafely(handler, { trusted, operation, input, say, log: (line) => log.push(line) });

  it('is given where sender, operation and input are right', async () => {
    expect(await ask('note', { text: 'hi' })).toEqual({ ok: true, data: { text: 'hi' } });
  });

  it.each([
    ['an untrusted sender', 'forbidden', () => ask('note', { text: 'hi' }, false)],
    ['an operation that is not there', 'not_found', () => ask('toString', {})],
    ['a name that is no text', 'not_found', () => ask({}, {})],
    [
      'a key that the schema does not name',
      'invalid_input',
      () => ask('note', { text: 'hi', url: 'https://evil.example' }),
    ],
    ['a key that is missing', 'invalid_input', () => ask('note', {})],
    ['an array', 'invalid_input', () => ask('note', ['hi'])],
    ['nothing', 'invalid_input', () => ask('note', undefined)],
  ])('to %s is refused as %s', async (_what, code, asked) => {
    expect(await asked()).toMatchObject({ ok: false, error: { code } });
  });

  it('to a fault holds no stack and no path; the log has them', async () => {
    const result = await ask('note', { text: 'boom' });
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toMatch(/secret\.ts|at /);
    expect(log.join()).toContain('secret.ts');
  });

  it('says which field is wrong', () => {
    const schema = Type.Object(
      { name: Type.String({ maxLength: 2 }), age: Type.Integer() },
      { additionalProperties: false },
    );
    expect(misfits(say, schema, { name: 'abc' })).toEqual({
      name: 'This is too long.',
      age: 'This is missing.',
    });
  });
});

it('S-72: no operation takes a URL, a header or a session token from the page', () => {
  // `token` is here the one of a mailed link or of set-up, which a person pastes. A session is named by the page in one
  // place only: the log, and its export, are filtered by the id that it shows, from which no token can be had. The address of a connected system
  // is one that the server keeps and asks, after a second person agreed; the shell asks nothing there.
  const named = OPERATION_NAMES.flatMap((name) =>
    Object.keys(inputSchemaOf(operationOf(name)).properties).map((key) => `${name}: ${key}`),
  );
  expect(
    named.filter((key) => /: (url|baseURL|headers?|authorization|cookie|session|origin)$/i.test(key)),
  ).toEqual([
    'audit.list: session',
    'audit.export: session',
    'settings.systems.create: url',
    'settings.systems.update: url',
  ]);
});
