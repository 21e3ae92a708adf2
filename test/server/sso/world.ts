import { afterAll, beforeAll, vi } from 'vitest';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Db } from '../../../server/db/connection.ts';
import { createTestApp } from '../../support/app.ts';
import type { Answer, TestApp, TestPerson } from '../../support/app.ts';
import { agree, changeIn, personOfOld } from '../../support/secondPerson.ts';
import { CLIENT, startIdentityProvider } from '../../support/identityProvider.ts';
import type { Browser, IdentityProvider, Visitor } from '../../support/identityProvider.ts';

export const REDIRECT_URI = 'https://gatehouse.example/sso/callback';

export interface SsoWorld {
  test: TestApp;
  idp: IdentityProvider;
  /** A provider that is set up here; every one has its own name. */
  provider(input?: Partial<InputOf<'settings.sso.create'>>): Promise<string>;
  /** A security officer of old, who agrees to what waits for a second person. */
  second: TestPerson;
  /** What was asked for is done: at once, or because the second person agreed. */
  agreed(answer: Answer<unknown>): Promise<void>;
  /** The administrator's session, just stepped up. */
  administrator(): Promise<string>;
  /** A person who is linked to the subject `subject of NAME`. */
  linked(
    username: string,
    providerId: string,
    rest?: Parameters<TestApp['person']>[0] | object,
  ): Promise<TestPerson>;
  /** Begins, visits, completes. */
  signIn(providerId: string, visitor: Visitor, browser?: Browser): Promise<Answer<SignedIn>>;
  /** The same of somebody whose link is new: with their code. */
  signInWithCode(
    person: TestPerson,
    providerId: string,
    visitor: Visitor,
    browser?: Browser,
  ): Promise<Answer<SignedIn>>;
}

type SignedIn = OutputOf<'signIn.verify'>;

export const subjectOf = (username: string) => `subject-of-${username}`;

/**
 * One server and one provider, with people of their own. Both, and openid-client between them, have one clock: the date is the
 * test's, timers run as ever.
 */
export async function createSsoWorld(db?: Db): Promise<SsoWorld & { close(): Promise<void> }> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  const idp = await startIdentityProvider([REDIRECT_URI, 'http://127.0.0.1/callback']);
  const test = await createTestApp({
    keep: true,
    db,
    clock: {
      now: () => Date.now(),
      advance: (ms) => void vi.setSystemTime(Date.now() + ms),
    },
  });
  const second = await personOfOld(test, 'second');
  let names = 0;

  const world: SsoWorld = {
    test,
    idp,
    second,
    async agreed(answer) {
      if (answer.status === 200) return;
      const { status, text } = await agree(test, second, changeIn(answer));
      if (status !== 200) throw new Error(text);
    },
    async administrator() {
      return test.administrator.signIn({ stepUp: true });
    },
    async provider(input = {}) {
      names += 1;
      const name = input.name ?? `Contoso ${names}`;
      const answer = await test.call(
        'settings.sso.create',
        {
          name,
          issuer: idp.issuer,
          clientId: CLIENT.id,
          clientSecret: CLIENT.secret,
          linkByEmail: false,
          ...input,
        },
        { token: await world.administrator() },
      );
      await world.agreed(answer);
      const { body } = await test.call('settings.sso.list', {}, { token: await test.administrator.signIn() });
      return body.items.find((provider) => provider.name === name)?.id ?? '';
    },
    async linked(username, providerId, rest = {}) {
      const person = await test.person({ username, mfa: false, ...rest });
      const answer = await test.call(
        'users.linkSso',
        { id: person.id, providerId, subject: subjectOf(username) },
        { token: await world.administrator() },
      );
      await world.agreed(answer);
      return person;
    },
    async signIn(providerId, visitor, browser = idp.browser()) {
      const { body } = await test.call('sso.begin', { providerId });
      const parameters = await browser.visit(body.url, visitor);
      return (await test.call('sso.complete', { flow: body.flow, parameters })) as Answer<SignedIn>;
    },
    async signInWithCode(person, providerId, visitor, browser) {
      const { body } = await world.signIn(providerId, visitor, browser);
      const { challenge } = body as unknown as { challenge: string };
      return test.call('signIn.verify', { challenge, code: person.code() });
    },
  };
  return {
    ...world,
    async close() {
      await idp.close();
      await test.close();
      vi.useRealTimers();
    },
  };
}

/** The same for all tests of a file. */
export function useSsoWorld(): SsoWorld {
  let made: Awaited<ReturnType<typeof createSsoWorld>>;
  beforeAll(async () => {
    made = await createSsoWorld();
  });
  afterAll(() => made.close());
  return {
    get test() {
      return made.test;
    },
    get idp() {
      return made.idp;
    },
    get second() {
      return made.second;
    },
    provider: (input) => made.provider(input),
    agreed: (answer) => made.agreed(answer),
    administrator: () => made.administrator(),
    linked: (...input) => made.linked(...input),
    signIn: (...input) => made.signIn(...input),
    signInWithCode: (...input) => made.signInWithCode(...input),
  };
}
