import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Access, PeopleRead } from '../../../../domain/systems/kind.ts';
import { firstSaid, nameOfParts } from '../../../../domain/systems/rules/person.ts';
import { ask, USERS } from './session.ts';
import { isOpen, User } from './users.ts';

const Known = Type.Optional(Type.String({ maxLength: 1000 }));
const Kind = Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Object({})]));
const Name = Type.Object({ fullName: Known, givenName: Known, familyName: Known });
const People = Type.Object({
  users: Type.Optional(
    Type.Array(
      Type.Intersect([
        User,
        Type.Object({
          name: Type.Optional(Name),
          organizations: Type.Optional(Type.Unknown()),
          phones: Type.Optional(Type.Unknown()),
          relations: Type.Optional(Type.Unknown()),
        }),
      ]),
      { maxItems: 500 },
    ),
  ),
  nextPageToken: Type.Optional(Type.String({ maxLength: 4000 })),
});
/** Google publishes no form of these, only in words. */
const Organizations = Type.Array(Type.Object({ department: Known, primary: Type.Optional(Type.Boolean()) }), {
  maxItems: 100,
});
const Phones = Type.Array(Type.Object({ value: Known, type: Kind }), { maxItems: 100 });

/** Everybody in the organisation but its guests, by address. */
export async function readGooglePeople(access: Access, page: string | null): Promise<PeopleRead> {
  const query = {
    customer: 'my_customer',
    maxResults: '100',
    orderBy: 'email',
    ...(page === null ? {} : { pageToken: page }),
  };
  const answer = await ask(access, USERS, { path: ['directory', 'v1', 'users'], query });
  const { users = [], nextPageToken = null } = answer.read(People);
  return {
    people: users
      .filter(({ isGuestUser }) => isGuestUser !== true)
      .map((user) => {
        const organizations = Value.Check(Organizations, user.organizations) ? user.organizations : [];
        const phones = Value.Check(Phones, user.phones) ? user.phones : [];
        const relations = Value.Check(Phones, user.relations) ? user.relations : [];
        const ofType = (...types: unknown[]) => phones.find(({ type }) => types.includes(type))?.value;
        const main = organizations.find(({ primary }) => primary === true) ?? organizations[0];
        const manager = firstSaid(relations.find(({ type }) => type === 'manager')?.value);
        return {
          externalId: user.id,
          username: user.primaryEmail,
          name: firstSaid(user.name?.fullName, nameOfParts(user.name?.givenName, user.name?.familyName)),
          email: user.primaryEmail,
          // Administrators write it, in a domain that the organisation proved to be its own.
          emailVerified: true,
          department: firstSaid(main?.department),
          phone: firstSaid(ofType('work')),
          mobile: firstSaid(ofType('mobile'), ofType('work_mobile')),
          manager: manager === null ? null : { called: manager },
          enabled: isOpen(user),
        };
      }),
    next: nextPageToken,
  };
}
