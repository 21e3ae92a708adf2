import Type from 'typebox';
import type { Access, PeopleRead } from '../../../../domain/systems/kind.ts';
import { firstSaid, nameOfParts } from '../../../../domain/systems/rules/person.ts';
import { isOpenIn, OKTA_ID } from './accounts.ts';
import { ask } from './session.ts';

const Known = Type.Optional(Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]));
const People = Type.Array(
  Type.Object({
    id: Type.String({ minLength: 1, maxLength: 100 }),
    status: Type.String({ maxLength: 1000 }),
    profile: Type.Object({
      login: Known,
      email: Known,
      firstName: Known,
      lastName: Known,
      displayName: Known,
      department: Known,
      primaryPhone: Known,
      mobilePhone: Known,
      managerId: Known,
      manager: Known,
    }),
  }),
  { maxItems: 200 },
);

/** Everybody whom Okta lists: who was deactivated there isn't among them. The next page by the address that it gives. */
export async function readOktaPeople(access: Access, page: string | null): Promise<PeopleRead> {
  const request = { path: ['users'], query: { limit: '100' }, needs: 'okta.users.read' };
  const answer = await ask(access, page === null ? request : { ...request, query: {}, page });
  return {
    people: answer.read(People).map(({ id, status, profile }) => {
      const manager = firstSaid(profile.managerId, profile.manager);
      return {
        externalId: id,
        username: profile.login ?? id,
        name: firstSaid(nameOfParts(profile.firstName, profile.lastName), profile.displayName),
        email: firstSaid(profile.email),
        // Administrators write it; one that somebody writes of their own is theirs once they answered a mail to it.
        emailVerified: true,
        department: firstSaid(profile.department),
        phone: firstSaid(profile.primaryPhone),
        mobile: firstSaid(profile.mobilePhone),
        manager:
          manager === null ? null : OKTA_ID.test(manager) ? { externalId: manager } : { called: manager },
        enabled: isOpenIn(status),
      };
    }),
    next: answer.next,
  };
}
