import { hash as argon2 } from '@node-rs/argon2';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { sha256Hex } from '../../../server/crypto/hash.ts';
import { systemRandom as random, token256, uuidv7 } from '../../../server/crypto/random.ts';
import { seal } from '../../../server/crypto/seal.ts';
import { codeAt, newSecret, timeStep } from '../../../server/crypto/totp.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import type { DatabaseOptions, Db } from '../../../server/db/connection.ts';
import { insertMany } from '../../../server/db/insertMany.ts';
import { CHALLENGE_MACS, SESSION_MACS } from '../../../server/domain/sessions/macs.ts';
import { newUserRow } from '../../../server/domain/people/createUser.ts';
import { DAY, HOUR } from '../../../server/time.ts';
import { gatehouse } from '../../support/gatehouse.ts';

export const PASSWORD = 'a river of small lanterns';
/** People with an authenticator: more than are asked for a code within three time steps. */
const ENROLLED = 20_000;
const DEPARTMENTS = 50;
const ROWS = 5_000;

const KEY = `1:${Buffer.alloc(32, 7).toString('base64url')}`;
const keys = parseKeyring(KEY);
export const environment = { GATEHOUSE_KEY: KEY, GATEHOUSE_ADDRESS_LIMIT: '1000000' };

interface Enrolled {
  id: string;
  username: string;
  secret: string;
  /** The last step that a code of theirs was sent for. */
  step: number;
}

/** An organisation in a database, and what a client knows of its people. */
export interface Organisation {
  people: number;
  /** A session of its administrator. */
  administrator: string;
  /** Somebody with an authenticator, in turn. */
  next(): Enrolled;
  /** A code of theirs that was not sent before. */
  codeOf(person: Enrolled): string;
  /** Adds that many challenges, as right passwords do, each with the person whose it is. */
  challenges(count: number): Promise<{ challenge: string; person: Enrolled }[]>;
  close(): Promise<void>;
}

/**
 * Makes an organisation of that many people, with one password, by `gatehouse init` and by rows: a hash for each would take hours.
 *
 * @param options how a server opens the database; @param args the same on the command line
 */
export async function found(
  people: number,
  options: DatabaseOptions,
  args: readonly string[],
): Promise<Organisation> {
  const init = ['init', ...args, '--organisation', 'Northwind', '--admin', 'ada'];
  const made = await gatehouse([...init, '--admin-email', 'ada@example.org'], {
    input: PASSWORD,
    env: environment,
  });
  if (made.exitCode !== 0) throw new Error(made.stderr);
  const db = openDatabase(options);
  const enrolled = await addPeople(db, people);
  const administrator = await signInAdministrator(db);
  let turn = 0;
  const next = (): Enrolled => {
    const person = enrolled[(turn += 1) % enrolled.length];
    if (!person) throw new Error('Nobody has an authenticator.');
    return person;
  };
  return {
    people,
    administrator,
    next,
    codeOf(person) {
      const step = Math.max(person.step + 1, timeStep(Date.now()) - 1);
      person.step = step;
      return codeAt(person.secret, step);
    },
    async challenges(count) {
      const open = Array.from({ length: count }, () => ({ challenge: token256(random), person: next() }));
      const now = Date.now();
      const rows = open.map(({ challenge, person }) => ({
        id: uuidv7(now, random),
        user_id: person.id,
        token_hash: sha256Hex(challenge),
        purpose: 'code' as const,
        created_at: now,
        expires_at: now + HOUR,
        extended: 0,
        used_at: null,
        address: '127.0.0.1',
        user_agent: 'bench',
        sso_link_id: null,
        mfa_asserted: null,
      }));
      const bound = rows.map((row) => ({ ...row, mac: CHALLENGE_MACS.of(keys, row) }));
      await db.transaction((tx) => insertMany(tx, 'challenges', bound));
      return open;
    },
    close: () => db.close(),
  };
}

const FIRST_NAMES = ['Ada', 'Bruno', 'Chloé', 'Dmitri', 'Esra', 'Farid', 'Grace', 'Hiroshi', 'Ines', 'Jonas'];
const LAST_NAMES = [
  'Okafor',
  'O’Brien',
  'Müller',
  'Nowak',
  'García',
  'Silva',
  'Haddad',
  'Kowalski',
  'Yılmaz',
];

async function addPeople(db: Db, people: number): Promise<Enrolled[]> {
  const now = Date.now();
  const passwordHash = await argon2(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const enrolled: Enrolled[] = [];
  for (let start = 0; start < people; start += ROWS) {
    const numbers = Array.from({ length: Math.min(ROWS, people - start) }, (_, index) => start + index);
    const users = numbers.map((number) => ({
      ...newUserRow(
        { keys, random },
        {
          username: `u${number}`,
          name: `${FIRST_NAMES[number % FIRST_NAMES.length]} ${LAST_NAMES[number % LAST_NAMES.length]} ${number}`,
          email: `u${number}@example.org`,
          department: `Department ${number % DEPARTMENTS}`,
          phone: `+4416329${String(number).padStart(6, '0')}`,
          roles: [],
          passwordHash,
        },
        now - 90 * DAY,
      ),
      ...(number < ENROLLED ? { mfa_state: 'on' as const, mfa_since: now - 60 * DAY } : {}),
    }));
    const authenticators = users
      .filter(({ mfa_state: state }) => state === 'on')
      .map(({ id, username }) => {
        const secret = newSecret(random);
        const recordId = uuidv7(now, random);
        enrolled.push({ id, username, secret, step: 0 });
        return {
          id: recordId,
          user_id: id,
          status: 'active' as const,
          sealed_secret: seal(keys, random, { purpose: 'authenticator', userId: id, recordId }, secret),
          last_step: 0,
          wrong_tries: 0,
          created_at: now,
          confirmed_at: now,
        };
      });
    await db.transaction(async (tx) => {
      await insertMany(tx, 'users', users);
      await insertMany(tx, 'authenticators', authenticators);
    });
  }
  return enrolled;
}

/** As their password and code would: nothing of it is measured here. */
async function signInAdministrator(db: Db): Promise<string> {
  const token = token256(random);
  const now = Date.now();
  const { id } = await db.kysely
    .updateTable('users')
    .set({ mfa_state: 'on', mfa_since: now })
    .where('username', '=', 'ada')
    .returning('id')
    .executeTakeFirstOrThrow();
  const session = { id: uuidv7(now, random), user_id: id, token_hash: sha256Hex(token) };
  const times = {
    created_at: now,
    last_seen_at: now,
    expires_at: now + DAY,
    idle_ms: DAY,
    stepped_up_until: now + DAY,
  };
  const by = { via: 'password' as const, sso_link_id: null, mfa_asserted: null, factors: null };
  const bound = { ...session, ...times, ...by };
  await db.kysely
    .insertInto('sessions')
    .values({ ...bound, address: '127.0.0.1', user_agent: 'bench', mac: SESSION_MACS.of(keys, bound) })
    .execute();
  return token;
}
