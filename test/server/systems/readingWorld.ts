import type { ReadingTerms } from '../../../contract/operations/peopleReadingSchemas.ts';
import type { PeopleReading } from '../../../contract/operations/peopleReadingSchemas.ts';
import type { Db } from '../../../server/db/connection.ts';
import { DAY } from '../../../server/time.ts';
import type { KeycloakUser } from '../../support/systems/keycloak.ts';
import { createSystemsWorld } from './organisation.ts';

export const DAILY: ReadingTerms = { every: 'day', graceDays: 7 };

/** The world of systems, in which people are read from Keycloak. */
export async function createReadingWorld(db?: Db) {
  const world = await createSystemsWorld(db);
  const { test, keycloak, administrator, agreed } = world;
  const systemId = await world.connected();
  const [anybody] = keycloak.users;
  if (!anybody) throw new Error('Joanna is there.');
  const ask = async (reading: ReadingTerms | null) =>
    test.call(
      'settings.systems.setPeopleReading',
      { id: systemId, reading },
      { token: await administrator() },
    );
  const look = () => test.services.users.reading.look();
  const stand = async (): Promise<PeopleReading> => {
    const people = (await world.list())[0]?.people;
    if (!people) throw new Error('Nobody is read.');
    return people;
  };
  const account = (username: string): KeycloakUser => {
    const user = keycloak.users.find((one) => one.username === username);
    if (!user) throw new Error(`Keycloak has no ${username}.`);
    return user;
  };
  return {
    ...world,
    systemId,
    ask,
    look,
    stand,
    account,
    switchedOn: async (reading: ReadingTerms = DAILY) => agreed(await ask(reading)),
    /** Days later. */
    async lookAfter(days: number) {
      test.clock.advance(days * DAY);
      await look();
    },
    /** Somebody who is in Keycloak. */
    there(username: string, rest: Partial<KeycloakUser> = {}): void {
      const names = { firstName: username, lastName: 'Brook', email: `${username}@example.org` };
      const user = { ...anybody, id: `id-of-${username}`, username, ...names, attributes: {}, ...rest };
      keycloak.users.push(user);
    },
    leaves(username: string) {
      keycloak.users.splice(keycloak.users.indexOf(account(username)), 1);
    },
    async preview() {
      const token = await administrator();
      return (await test.call('settings.systems.previewPeople', { id: systemId }, { token })).body;
    },
    /** Somebody here as their page shows them; undefined where nobody has the name. */
    async here(username: string) {
      const token = await administrator();
      const { items } = (await test.call('users.list', { search: username }, { token })).body;
      const id = items.find((one) => one.username === username)?.id;
      return id === undefined ? undefined : (await test.call('users.get', { id }, { token })).body;
    },
    /** Events of a kind, oldest first. */
    events: async (action: string) => (await test.audit()).filter((event) => event.action === action),
  };
}
