import Type from 'typebox';
import { Value } from 'typebox/value';

const Key = Type.Object({
  type: Type.Literal('service_account'),
  client_email: Type.String({ minLength: 3, maxLength: 300 }),
  client_id: Type.Optional(Type.String({ maxLength: 100 })),
  private_key: Type.String({ minLength: 100, maxLength: 8000 }),
  private_key_id: Type.Optional(Type.String({ maxLength: 100 })),
});
export type ServiceKey = Type.Static<typeof Key>;

/** The key of a service account, as Google's console writes it to a file; null of anything else. */
export function serviceKey(text: string): ServiceKey | null {
  try {
    const said: unknown = JSON.parse(text);
    return Value.Check(Key, said) ? said : null;
  } catch {
    return null;
  }
}
