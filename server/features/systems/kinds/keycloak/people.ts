import Type from 'typebox';
import type { Access, PeopleRead } from '../../../../domain/systems/kind.ts';
import { firstSaid, nameOfParts } from '../../../../domain/systems/rules/person.ts';
import { ask } from './session.ts';

const Text = Type.String({ maxLength: 500 });
const Known = Type.Optional(Text);
const People = Type.Array(
  Type.Object({
    id: Type.String({ minLength: 1, maxLength: 100 }),
    username: Text,
    enabled: Type.Boolean(),
    email: Known,
    emailVerified: Type.Optional(Type.Boolean()),
    firstName: Known,
    lastName: Known,
    attributes: Type.Optional(
      Type.Record(Type.String(), Type.Array(Type.String({ maxLength: 5000 }), { maxItems: 1000 })),
    ),
  }),
  { maxItems: 100 },
);
const PAGE = 100;

/** Everybody in the realm but service accounts, by username; what isn't of Keycloak's own is in attributes. */
export async function readKeycloakPeople(access: Access, page: string | null): Promise<PeopleRead> {
  const first = Number(page ?? 0);
  const query = { first: String(first), max: String(PAGE), briefRepresentation: 'false' };
  const people = (await ask(access, { path: ['users'], query, needs: 'view-users' })).read(People);
  return {
    people: people.map(
      ({ id, username, enabled, email, emailVerified, firstName, lastName, attributes = {} }) => {
        const of = (...names: string[]) => firstSaid(...names.map((name) => attributes[name]?.[0]));
        const manager = of('manager');
        return {
          externalId: id,
          username,
          name: nameOfParts(firstName, lastName),
          email: firstSaid(email),
          emailVerified: emailVerified ?? null,
          department: of('department'),
          phone: of('phone', 'phoneNumber', 'telephoneNumber'),
          mobile: of('mobile', 'mobilePhone'),
          manager: manager === null ? null : { called: manager },
          enabled,
        };
      },
    ),
    next: people.length < PAGE ? null : String(first + PAGE),
  };
}
