import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Db } from '../../../server/db/connection.ts';
import { createTestApp } from '../../support/app.ts';
import type { Answer, TestApp, TestPerson } from '../../support/app.ts';
import { agree, changeIn, personOfOld } from '../../support/secondPerson.ts';
import { startKeycloak } from '../../support/systems/keycloak.ts';
import type { FakeKeycloak } from '../../support/systems/keycloak.ts';

export type NewSystem = InputOf<'settings.systems.create'>;

export const SECRET = 'client-secret';

export interface SystemsWorld {
  test: TestApp;
  keycloak: FakeKeycloak;
  /** Agrees to what waits. */
  second: TestPerson;
  /** The administrator's session, just stepped up. */
  administrator(): Promise<string>;
  /** What was asked for is done. */
  agreed(answer: Answer<unknown>): Promise<void>;
  /** Keycloak, as it is asked to be connected. */
  input: NewSystem;
  /** Connects it, with a second person; answers its id. */
  connected(input?: Partial<NewSystem>): Promise<string>;
  list(): Promise<OutputOf<'settings.systems.list'>['items']>;
  /** Links somebody to an account there, with a second person. */
  linked(userId: string, systemId: string, externalId: string): Promise<void>;
}

/** An organisation with an administrator, somebody who can agree, and a Keycloak that answers as the real one. */
export async function createSystemsWorld(db?: Db): Promise<SystemsWorld> {
  const test = await createTestApp({ db });
  const keycloak = await startKeycloak();
  const second = await personOfOld(test, 'second');
  const administrator = () => test.administrator.signIn({ stepUp: true });
  const input: NewSystem = {
    kind: 'keycloak',
    name: 'Keycloak',
    url: keycloak.url,
    realm: 'staff',
    clientId: 'gatehouse',
    secret: SECRET,
  };
  async function agreed(answer: Answer<unknown>): Promise<void> {
    const { status, text } = await agree(test, second, changeIn(answer));
    if (status !== 200) throw new Error(text);
  }
  const list = async () =>
    (await test.call('settings.systems.list', {}, { token: await administrator() })).body.items;
  return {
    test,
    keycloak,
    second,
    administrator,
    agreed,
    input,
    list,
    async connected(rest = {}) {
      const wanted = { ...input, ...rest };
      await agreed(await test.call('settings.systems.create', wanted, { token: await administrator() }));
      return (await list()).find(({ name }) => name === wanted.name)?.id ?? '';
    },
    async linked(id, systemId, externalId) {
      const token = await administrator();
      await agreed(await test.call('users.linkSystem', { id, systemId, externalId }, { token }));
    },
  };
}
