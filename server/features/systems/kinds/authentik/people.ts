import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Access, PeopleRead } from '../../../../domain/systems/kind.ts';
import { firstSaid } from '../../../../domain/systems/rules/person.ts';
import { ask, Page, VIEW_USERS } from './session.ts';

const Text = Type.String({ maxLength: 1000 });
const Person = Type.Object({
  pk: Type.Integer(),
  username: Text,
  name: Text,
  email: Type.Optional(Type.Union([Text, Type.Null()])),
  is_active: Type.Optional(Type.Boolean()),
  type: Type.Optional(Text),
  attributes: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

/** People, and none that a program signs in by; what isn't of authentik's own is in attributes. */
export async function readAuthentikPeople(access: Access, page: string | null): Promise<PeopleRead> {
  const query = { ordering: 'pk', page: page ?? '1', page_size: '100' };
  const answer = await ask(access, VIEW_USERS, { path: ['core', 'users'], query });
  const { results, pagination } = answer.read(Page(Person));
  return {
    people: results
      .filter(({ type = 'internal' }) => type === 'internal' || type === 'external')
      .map(({ pk, username, name, email, is_active, attributes = {} }) => {
        const of = (...names: string[]) => firstSaid(...names.map((key) => textOf(attributes[key])));
        const manager = of('manager');
        return {
          externalId: String(pk),
          username,
          name: firstSaid(name),
          email: firstSaid(email),
          // A flow may let people write their own, and whether anybody proved it, authentik doesn't tell.
          emailVerified: null,
          department: of('department'),
          phone: of('phone', 'phone_number', 'telephoneNumber'),
          mobile: of('mobile', 'mobile_phone'),
          manager: manager === null ? null : { called: manager },
          enabled: is_active !== false,
        };
      }),
    next: pagination.next < 1 ? null : String(pagination.next),
  };
}

const textOf = (value: unknown): string | null => (Value.Check(Text, value) ? value : null);
