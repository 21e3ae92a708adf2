import type { Insertable } from 'kysely';
import type { Deps } from '../../../context.ts';
import { DAY } from '../../../time.ts';
import { uuidv7 } from '../../../crypto/random.ts';
import { seal } from '../../../crypto/seal.ts';
import { newSecret } from '../../../crypto/totp.ts';
import type { AuthenticatorsTable, SeenNetworksTable } from '../../../db/schema.ts';
import { graceEnd } from '../../../domain/policy/grace.ts';
import { newUserRow } from '../../../domain/people/createUser.ts';
import { OFF_MACS } from '../../../domain/people/macs.ts';
import type { User } from '../../../domain/people/people.ts';
import { networkHash } from '../../../domain/sessions/networks.ts';
import type { Chance } from './chance.ts';
import { EVERYONE_DAYS, resetAt } from './plan.ts';
import type { Phone, PlannedPerson } from './plan.ts';

export interface SamplePerson {
  plan: PlannedPerson;
  user: User;
  /** The TOTP secret where MFA is on. */
  secret: string | null;
}

const GRACE_DAYS = 14;
/** Of the policy that asks everyone. */
const EVERYONE_VERSION = 4;

/** Rows of users for a plan. `passwordHash` is of a password that nobody knows; accounts that are printed get their own. */
export function makePeople(
  deps: Pick<Deps, 'keys' | 'random'>,
  plans: readonly PlannedPerson[],
  {
    chance,
    passwordHash,
    timeZone,
    now,
  }: { chance: Chance; passwordHash: string; timeZone: string; now: number },
): SamplePerson[] {
  const people = plans.map((plan, position) => {
    const hasPassword = plan.mfa !== 'no_password' && plan.mfa !== 'external';
    const user = {
      ...newUserRow(deps, { ...plan, passwordHash: hasPassword ? passwordHash : null }, plan.createdAt),
      ...stateColumns(plan.mfa, { chance, timeZone, now }),
      status: plan.status,
      mfa_since: plan.mfa === 'setup_due' ? resetAt(plan, position, now) : plan.mfaSince,
      last_sign_in_at: plan.lastSignInAt,
      sign_ins: plan.signIns.length,
      invitation: hasPassword ? ('used' as const) : plan.mfa === 'external' ? null : ('sent' as const),
      clock_drift_seconds: plan.driftSeconds,
    };
    return { plan, user, secret: plan.mfaSince === null ? null : newSecret(deps.random) };
  });
  for (const { plan, user } of people) {
    user.manager_id = plan.manager === null ? null : (people[plan.manager]?.user.id ?? null);
    if (user.mfa_state === 'off') user.off_mac = OFF_MACS.of(deps.keys, user);
  }
  return people;
}

type StateColumns = Pick<
  User,
  | 'mfa_state'
  | 'setup_due'
  | 'external'
  | 'locked_at'
  | 'wrong_codes'
  | 'wrong_codes_since_right'
  | 'grace_ends_at'
  | 'grace_policy_version'
>;

function stateColumns(
  phone: Phone,
  { chance, timeZone, now }: { chance: Chance; timeZone: string; now: number },
): StateColumns {
  const columns: StateColumns = {
    mfa_state: phone === 'on' || phone === 'locked' ? 'on' : 'off',
    setup_due: phone === 'setup_due' ? 1 : 0,
    external: phone === 'external' ? 1 : 0,
    locked_at: phone === 'locked' ? now - chance.below(DAY) : null,
    wrong_codes: phone === 'locked' ? 10 : 0,
    wrong_codes_since_right: phone === 'locked' ? 10 : 0,
    grace_ends_at: null,
    grace_policy_version: null,
  };
  if (phone === 'off_in_grace') {
    const ends = graceEnd(Math.round(now - chance.between(0.5, 11) * DAY), GRACE_DAYS, timeZone);
    return { ...columns, grace_ends_at: ends, grace_policy_version: EVERYONE_VERSION };
  }
  if (phone === 'off_blocked') {
    const ends = Math.min(graceEnd(now - EVERYONE_DAYS * DAY, GRACE_DAYS, timeZone), now - DAY);
    return { ...columns, grace_ends_at: ends, grace_policy_version: EVERYONE_VERSION };
  }
  return columns;
}

/** The proven authenticators, sealed as a real setup seals them. */
export function makeAuthenticators(
  { random, keys }: Pick<Deps, 'random' | 'keys'>,
  people: readonly SamplePerson[],
): Insertable<AuthenticatorsTable>[] {
  return people.flatMap(({ user, secret }) => {
    if (secret === null || user.mfa_since === null) return [];
    const id = uuidv7(user.mfa_since, random);
    return {
      id,
      user_id: user.id,
      status: 'active' as const,
      sealed_secret: seal(keys, random, { purpose: 'authenticator', userId: user.id, recordId: id }, secret),
      last_step: 0,
      wrong_tries: 0,
      activation_id: null,
      created_at: user.mfa_since,
      expires_at: null,
      confirmed_at: user.mfa_since,
    };
  });
}

/** Everybody who has signed in did so from this address, as a sign-in would have kept it. */
export function knownNetworks(
  deps: Pick<Deps, 'keys'>,
  people: readonly SamplePerson[],
  address: string,
): Insertable<SeenNetworksTable>[] {
  const network_hash = networkHash(deps, address);
  return people.flatMap(({ user: { id, created_at, last_sign_in_at } }) =>
    last_sign_in_at === null
      ? []
      : { user_id: id, network_hash, first_at: created_at, last_at: last_sign_in_at },
  );
}
