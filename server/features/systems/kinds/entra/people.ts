import Type from 'typebox';
import type { Access, PeopleRead } from '../../../../domain/systems/kind.ts';
import { firstSaid } from '../../../../domain/systems/rules/person.ts';
import { ask } from './session.ts';

const Known = Type.Optional(Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]));
const People = Type.Object({
  value: Type.Array(
    Type.Object({
      id: Type.String({ minLength: 1, maxLength: 100 }),
      userPrincipalName: Known,
      mail: Known,
      accountEnabled: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
      userType: Known,
      displayName: Known,
      department: Known,
      mobilePhone: Known,
      businessPhones: Type.Optional(
        Type.Array(Type.Union([Type.String({ maxLength: 200 }), Type.Null()]), { maxItems: 100 }),
      ),
      manager: Type.Optional(
        Type.Union([
          Type.Object({ id: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) }),
          Type.Null(),
        ]),
      ),
    }),
    { maxItems: 999 },
  ),
  '@odata.nextLink': Type.Optional(Type.String({ maxLength: 4000 })),
});
const FIELDS =
  'id,userPrincipalName,mail,accountEnabled,userType,displayName,department,mobilePhone,businessPhones';

/** Everybody in the tenant but its guests. The next page by the address that Graph gives. */
export async function readEntraPeople(access: Access, page: string | null): Promise<PeopleRead> {
  const query = { $select: FIELDS, $expand: 'manager($select=id)', $top: '100' };
  const request = { path: ['users'], query, needs: 'User.Read.All' };
  const answer = await ask(access, page === null ? request : { ...request, query: {}, page });
  const { value, '@odata.nextLink': next = null } = answer.read(People);
  return {
    people: value
      .filter(({ userType }) => userType !== 'Guest')
      .map(({ id, userPrincipalName, mail, accountEnabled, businessPhones = [], manager, ...one }) => ({
        externalId: id,
        username: userPrincipalName ?? id,
        name: firstSaid(one.displayName),
        email: firstSaid(mail),
        // Administrators of the tenant write it, and nobody their own; guests, who come with theirs, aren't read.
        emailVerified: true,
        department: firstSaid(one.department),
        phone: firstSaid(...businessPhones),
        mobile: firstSaid(one.mobilePhone),
        manager: manager?.id === undefined ? null : { externalId: manager.id },
        enabled: accountEnabled !== false,
      })),
    next,
  };
}
