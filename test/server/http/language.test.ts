import { maxHeaderSize } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../../contract/errors.ts';
import type { PublicContext } from '../../../server/context.ts';
import { refuse } from '../../../server/refusal.ts';
import { createTestApp } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

const german = (more = '') => ({ headers: { 'accept-language': `de-AT${more}` } });

forEachDatabase((open) => {
  it('a person has no language until they choose one, and may choose none again', async () => {
    const test = await createTestApp({ db: await open() });
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const language = async () => (await test.call('me.get', {}, { token })).body.language;
    expect(await language()).toBeNull();
    const chosen = await test.call('me.update', { language: 'de' }, { token });
    expect([chosen.status, chosen.body.language, await language()]).toEqual([200, 'de', 'de']);
    await test.call('me.update', {}, { token });
    expect(await language()).toBe('de');
    await test.call('me.update', { language: null }, { token });
    expect(await language()).toBeNull();
    const changes = (await test.audit()).filter(({ action }) => action === 'user.updated');
    expect(changes.map(({ actorId, targetId, data }) => [actorId, targetId, data])).toEqual([
      [jo.id, jo.id, { changed: { language: { from: null, to: 'de' } } }],
      [jo.id, jo.id, { changed: { language: { from: 'de', to: null } } }],
    ]);
  });

  it('an administrator sets the organisation’s, with its event', async () => {
    const test = await createTestApp({ db: await open() });
    const token = await test.administrator.signIn();
    const shown = async () => [
      (await test.call('settings.get', {}, { token })).body.language,
      (await test.call('signIn.options', {})).body.language,
    ];
    expect(await shown()).toEqual(['en', 'en']);
    expect((await test.call('settings.update', { language: 'de' }, { token })).status).toBe(204);
    expect(await shown()).toEqual(['de', 'de']);
    const [event] = (await test.audit()).filter(({ action }) => action === 'settings.changed');
    expect(event?.data).toEqual({ changes: [{ name: 'language', from: 'en', to: 'de' }] });
  });
});

it('a language that there is none of is refused', async () => {
  const test = await createTestApp();
  const token = await test.administrator.signIn();
  for (const name of ['me.update', 'settings.update'] as const) {
    const { status, problem } = await test.call(name, { language: 'tlh' as 'de' }, { token });
    expect([name, status, Object.keys(problem.fields ?? {})]).toEqual([name, 400, ['language']]);
  }
});

describe('a problem', () => {
  it('is said as the browser asks, and its code and title stay', async () => {
    const test = await createTestApp();
    const { problem, headers } = await test.call('me.get', {}, german(', en;q=0.5'));
    const { title } = ERRORS.not_signed_in;
    expect(problem).toMatchObject({
      code: 'not_signed_in',
      title,
      detail: expect.stringMatching(/^Sie sind/),
    });
    expect([headers['content-language'], headers.vary]).toEqual(['de-DE', 'accept-language']);
  });

  it('is said as the person chose, whatever the browser asks for', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    await test.call('me.update', { language: 'en' }, { token });
    const refused = await test.call('users.list', {}, { token, ...german() });
    expect(refused.problem.detail).toBe(
      'Your role does not allow that. Ask an administrator if you need it.',
    );
    await test.call('me.update', { language: 'de' }, { token });
    const [plain, odd] = [
      await test.call('users.list', {}, { token }),
      await test.call(
        'users.list',
        { limit: 'x' as never },
        { token: await test.administrator.signIn(), ...german() },
      ),
    ];
    expect(plain.problem.detail).toMatch(/^Das erlaubt Ihre Rolle nicht/);
    expect(odd.problem.fields).toEqual({ limit: 'Das muss eine ganze Zahl sein.' });
  });

  it.each([
    ['none', undefined],
    ['none that there is', 'tlh, x-odd;q=0.7'],
    ['German least', 'en, de;q=0.1'],
    ['no German', 'de;q=0'],
    ['anything', '*'],
    ['nonsense', ';;;q==,,-,de;q=NaN,\u0001'],
  ])('is English where the browser asks for %s', async (_, accept) => {
    const test = await createTestApp();
    const headers: Record<string, string> = accept === undefined ? {} : { 'accept-language': accept };
    const answer = await test.call('me.get', {}, { headers });
    expect(answer.problem.detail).toMatch(/^You are not signed in/);
    expect(answer.headers['content-language']).toBe('en-GB');
  });

  it('costs the same however long the header is that a stranger sends', async () => {
    const test = await createTestApp();
    const long = 'a-b;q=0.1,'.repeat(maxHeaderSize / 10);
    const { status, problem } = await test.call(
      'me.get',
      {},
      { headers: { 'accept-language': `${long}de` } },
    );
    expect([status, problem.detail]).toEqual([401, expect.stringMatching(/^Sie sind nicht angemeldet/)]);
  });

  it('that says nothing of its own says its code’s sentence', async () => {
    const frozen = { 'signIn.verify': () => Promise.reject(refuse('mfa_not_on')) };
    const test = await createTestApp({ handlers: frozen });
    const { problem } = await test.call('signIn.verify', { challenge: 'x', code: '123456' }, german());
    expect(problem.detail).toBe('Die Multi-Faktor-Authentifizierung ist nicht eingerichtet.');
    expect(problem.title).toBe('Multi-factor authentication is not on.');
  });

  it('of a server in trouble has its number in the reader’s language', async () => {
    const broken = { 'setup.state': () => Promise.reject(new Error('broken on purpose')) };
    const test = await createTestApp({ handlers: broken });
    const { status, problem } = await test.call('setup.state', {}, german());
    expect([status, problem.detail]).toEqual([
      500,
      `Auf dem Server ist etwas schiefgegangen. Wenn das so bleibt, nennen Sie Ihrer Administration die Nummer ${problem.reference ?? '-'}.`,
    ]);
  });
});

it('an answer with sentences is said in the reader’s language, and caches know it', async () => {
  const asked: string[] = [];
  const test = await createTestApp({
    handlers: {
      'password.forgot': (_input: unknown, { voice }: PublicContext) => {
        asked.push(voice.write({ room: 'answers/http', key: 'empty' }));
        return Promise.resolve(undefined);
      },
    },
  });
  const { headers } = await test.call('password.forgot', { username: 'nobody' }, german());
  expect(asked).toEqual(['Diese Angabe ist leer.']);
  expect([headers['content-language'], headers.vary]).toEqual(['de-DE', 'accept-language']);
  const plain = await test.call('signIn.options', {}, german());
  expect([plain.headers['content-language'], plain.headers.vary]).toEqual([undefined, undefined]);
});
