import { afterAll, beforeAll, vi } from 'vitest';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { createTestApp } from '../../support/app.ts';
import type { Answer, TestApp, TestPerson } from '../../support/app.ts';
import { CLIENT, startIdentityProvider } from '../../support/identityProvider.ts';
import type { Browser, IdentityProvider, Visitor } from '../../support/identityProvider.ts';

export const REDIRECT_URI = 'https://gatehouse.example/sso/callback';

export interface SsoWorld {
  test: TestApp;
  idp: IdentityProvider;
  /** A provider that is set up here; every one has its own name. */
  provider(input?: Partial<InputOf<'settings.sso.create'>>): Promise<string>;
  /** The administrator's session, just stepped up. */
  administrator(): Promise<string>;
  /** A person who is linked to the subject `subject of NAME`. */
  linked(
    username: string,
    providerId: string,
    rest?: Parameters<TestApp['person']>[0] | object,
  ): Promise<TestPerson>;
  /** Begins, visits, completes. */
  signIn(providerId: string, visitor: Visitor, browser?: Browser): Promise<Answer<OutputOf<'sso.complete'>>>;
}

export const subjectOf = (username: string) => `subject-of-${username}`;

/**
 * One server and one provider for a file: people and providers are made by each test. Both, and openid-client between them,
 * have one clock: the date is the test's, timers run as ever.
 */
export function useSsoWorld(): SsoWorld {
  let test: TestApp;
  let idp: IdentityProvider;
  let names = 0;

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    idp = await startIdentityProvider([REDIRECT_URI, 'http://127.0.0.1/callback']);
    test = await createTestApp({
      keep: true,
      clock: {
        now: () => Date.now(),
        advance: (ms) => void vi.setSystemTime(Date.now() + ms),
      },
    });
  });
  afterAll(async () => {
    await idp.close();
    await test.close();
    vi.useRealTimers();
  });

  const world: SsoWorld = {
    get test() {
      return test;
    },
    get idp() {
      return idp;
    },
    async administrator() {
      return test.administrator.signIn({ stepUp: true });
    },
    async provider(input = {}) {
      names += 1;
      const { status, body, text } = await test.call(
        'settings.sso.create',
        {
          name: `Contoso ${names}`,
          issuer: idp.issuer,
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          linkByEmail: false,
          ...input,
        },
        { token: await world.administrator() },
      );
      if (status !== 200) throw new Error(text);
      return body.id;
    },
    async linked(username, providerId, rest = {}) {
      const person = await test.person({ username, mfa: false, ...rest });
      const { status, text } = await test.call(
        'users.linkSso',
        { id: person.id, providerId, subject: subjectOf(username) },
        { token: await world.administrator() },
      );
      if (status !== 200) throw new Error(text);
      return person;
    },
    async signIn(providerId, visitor, browser = idp.browser()) {
      const { body } = await test.call('sso.begin', { providerId });
      const parameters = await browser.visit(body.url, visitor);
      return test.call('sso.complete', { flow: body.flow, parameters });
    },
  };
  return world;
}
