import pino from 'pino';
import type { Logger } from 'pino';
import type { Deps } from '../../server/context.ts';
import { DEFAULT_TIMEOUTS } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { createPasswordHasher } from '../../server/crypto/passwords.ts';
import { systemRandom, uuidv7 } from '../../server/crypto/random.ts';
import type { Db } from '../../server/db/connection.ts';
import { createSystems } from '../../server/domain/systems/access.ts';
import { bindEmail, OFF_MACS } from '../../server/domain/people/macs.ts';
import { insertRoles } from '../../server/domain/people/roleStore.ts';
import { ping } from '../../server/db/ping.ts';
import { createMeasures } from '../../server/measures.ts';
import { createStorageWatch } from '../../server/storageWatch.ts';
import { createLocalBus } from '../../server/events/localBus.ts';
import { SYSTEM_MODULES } from '../../server/features/systems/kinds/index.ts';
import { TEST_KEYS, putSchema } from './schemaImage.ts';

export interface Clock {
  now: () => number;
  advance(ms: number): void;
}

export function createClock(start = Date.UTC(2026, 10, 24, 10, 0)): Clock {
  let at = start;
  return {
    now: () => at,
    advance(ms) {
      at += ms;
    },
  };
}

const CONFIG: Config = {
  dataDir: null,
  databaseUrl: null,
  databaseReplica: null,
  listenUrl: null,
  host: '127.0.0.1',
  port: 8443,
  tls: null,
  trustProxy: [],
  addressLimit: 120,
  mostConnections: Infinity,
  mostStreams: 100,
  timeouts: DEFAULT_TIMEOUTS,
  smtpUrl: null,
  mailFrom: null,
  dkim: null,
  publicUrl: 'https://gatehouse.example',
  checkpointTo: null,
  siem: null,
  metricsPort: null,
  metricsToken: null,
  backups: null,
  kind: 'server',
  setupToken: null,
  drainSeconds: 0,
};

/** What services are made from, on a migrated database and a clock that the test sets. */
export async function createTestDeps(
  db: Db,
  {
    clock = createClock(),
    config = {},
    log = pino({ level: 'silent' }),
  }: { clock?: Clock; config?: Partial<Config>; log?: Logger } = {},
): Promise<Deps> {
  await putSchema(db, clock.now);
  const events = createLocalBus();
  return {
    db,
    now: clock.now,
    random: systemRandom,
    keys: TEST_KEYS,
    passwords: createPasswordHasher({ memoryCost: 1024, timeCost: 1 }),
    config: { ...CONFIG, ...config },
    log,
    measures: createMeasures(),
    events,
    storage: createStorageWatch({
      write: (before) => ping(db, { who: 'test', now: clock.now(), room: before === 'full' }),
      onChange: () => events.publish({ kind: 'me' }, 'here'),
      log,
    }),
    systems: createSystems(TEST_KEYS, SYSTEM_MODULES),
  };
}

interface Person {
  username: string;
  email?: string;
  roles?: readonly ('auditor' | 'help_desk' | 'security_officer' | 'administrator')[];
  status?: 'active' | 'suspended';
}

/** Puts a person straight into the tables and answers the id. */
export async function putPerson({ db, keys, now, random }: Deps, person: Person): Promise<string> {
  const { username, roles = [], status = 'active', email = `${username}@example.org` } = person;
  const id = uuidv7(now(), random);
  const name = username.charAt(0).toUpperCase() + username.slice(1);
  const address = bindEmail(keys, id, email);
  const row = { id, username, name, name_key: username, search_text: username, ...address, status };
  await db.kysely
    .insertInto('users')
    .values({
      ...row,
      is_staff: roles.length > 0 ? 1 : 0,
      mfa_state: 'off',
      off_mac: OFF_MACS.of(keys, { id, setup_due: 0, mfa_since: null }),
      setup_due: 0,
      external: 0,
      wrong_codes: 0,
      wrong_codes_since_right: 0,
      next_code_at: 0,
      language: '',
      sign_ins: 0,
      created_at: now(),
      version: 1,
    })
    .execute();
  for (const role of roles) {
    const granted = { user_id: id, role, granted_at: now(), granted_by: null };
    await db.transaction((tx) => insertRoles(tx, keys, [granted]));
  }
  return id;
}
