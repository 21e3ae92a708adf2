import { expect, test } from 'vitest';
import { SYSTEM_KINDS, UNTRIED_KINDS } from '../../contract/systems.ts';
import { ASKS, KIND_OPTIONS, keyFileLine } from '../../renderer/features/settings/systems/asks.ts';

test('a product that nobody tried against its vendor stands apart from those that were', () => {
  const groups = Map.groupBy(KIND_OPTIONS, ({ group }) => group);
  expect([...groups.keys()]).toEqual(['Tried against the real system', 'Not yet tried against the vendor']);
  const untried = groups.get('Not yet tried against the vendor') ?? [];
  expect(untried.map(({ value }) => value)).toEqual(UNTRIED_KINDS);
  expect(KIND_OPTIONS.map(({ value }) => value)).toEqual(SYSTEM_KINDS);
});

test('each product is asked for in its own words', () => {
  expect(ASKS.keycloak.realm?.label).toBe('Realm');
  expect(ASKS.entra.realm?.label).toBe('Tenant');
  expect(ASKS.okta.client).toBeNull();
  expect(ASKS.entra.client?.label).toBe('Application (client) ID');
});

test('a key file is sent as one line, and nothing else is taken for one', () => {
  const file = '{\n  "type": "service_account",\n  "private_key": "-----BEGIN\\nx"\n}\n';
  expect(keyFileLine(file)).toBe('{"type":"service_account","private_key":"-----BEGIN\\nx"}');
  for (const odd of ['', 'null', '{}', '-----BEGIN PRIVATE KEY-----']) expect(keyFileLine(odd)).toBeNull();
});
