import type { SystemKindName } from '../../../contract/systems.ts';
import { systemRandom, uuidv7 } from '../../../server/crypto/random.ts';
import { SYSTEMS } from '../../../server/domain/systems/macs.ts';
import { createSystems } from '../../../server/domain/systems/access.ts';
import type { SystemFailure } from '../../../server/domain/systems/failure.ts';
import type { Access, SystemKind } from '../../../server/domain/systems/kind.ts';
import { sealSystemSecret } from '../../../server/domain/systems/secret.ts';
import type { StoredSystem } from '../../../server/domain/systems/store.ts';
import { SYSTEM_MODULES } from '../../../server/features/systems/kinds/index.ts';
import { voiceOf } from '../../../server/words.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';

export const NOW = Date.UTC(2026, 10, 30, 15, 0);

const NAMES = {
  keycloak: 'Keycloak',
  privacyidea: 'privacyIDEA',
  lemonldap: 'LemonLDAP',
  entra: 'Entra',
  okta: 'Okta',
  authentik: 'authentik',
  google: 'Google',
};
const CLIENTS = {
  keycloak: ['gatehouse', 'client-secret'],
  privacyidea: ['gatehouse', 'gatehouse-password'],
  lemonldap: ['gatehouse', 'manager-password'],
  entra: ['8c1a5a5e-0000-4000-8000-5f2c3c7d0001', 'client-secret'],
  okta: [null, '00-api-token'],
  authentik: [null, 'api-token'],
  google: ['gatehouse@contoso.example', ''],
} as const;

interface Reached {
  kind: SystemKind;
  /** A way in for one piece of work. */
  access(): Access;
  /** What a test of it says: codes with sentences. */
  findings(): Promise<Record<string, string>>;
}

/** A system as it would be reached if it were connected. */
export function reach(
  name: SystemKindName,
  url: string,
  rest: Partial<StoredSystem> & { secret?: string } = {},
  kinds: Partial<Record<SystemKindName, SystemKind>> = {},
): Reached {
  const systems = createSystems(TEST_KEYS, { ...SYSTEM_MODULES, ...kinds }, { longestMs: 2000 });
  const id = uuidv7(NOW, systemRandom);
  const [client_id, ownSecret] = CLIENTS[name];
  const { secret = ownSecret, ...fields } = rest;
  const stored = {
    id,
    kind: name,
    name: NAMES[name],
    name_key: name,
    url,
    realm: 'staff',
    client_id,
    sealed_secret: sealSystemSecret({ keys: TEST_KEYS, random: systemRandom }, { id, url }, secret),
    secret_expires_on: null,
    created_at: NOW,
    changed_at: NOW,
    removed_at: null,
    version: 1,
    ...fields,
  };
  const system: StoredSystem = { ...stored, mac: SYSTEMS.of(TEST_KEYS, stored) };
  const kind = systems.kindOf(name);
  const access = () => systems.accessTo(system, { now: NOW });
  return {
    kind,
    access,
    async findings() {
      const { write } = voiceOf('en');
      const found = await kind.test(access());
      return Object.fromEntries(found.map(({ code, sentence }) => [code, write(sentence)]));
    },
  };
}

/** What it fails with. */
export async function failureOf(work: Promise<unknown>): Promise<SystemFailure> {
  try {
    await work;
  } catch (error) {
    return error as SystemFailure;
  }
  throw new Error('It did not fail.');
}
