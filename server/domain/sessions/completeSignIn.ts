import type { Deps, MadeSession, Origin } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import type { Ready } from '../../db/prepared.ts';
import { appendAuditLast } from '../audit/append.ts';
import { originNow } from '../audit/origin.ts';
import { personOf } from '../people/people.ts';
import { countSignIn, countSignInByCode } from '../people/store.ts';
import type { CurrentPolicy } from '../policy/current.ts';
import type { Account } from './account.ts';
import { rememberNetwork } from './networkStore.ts';
import { createSession } from './store.ts';

/**
 * Ends a sign-in, and with it the transaction: a session, counted, audited, its network remembered.
 *
 * @param spends what it takes of what the transaction holds, e.g. its challenge: each changes one row, or nothing stands
 * @param input.endsWrongCodes by a right code, which ends the row of wrong ones
 */
export async function completeSignIn(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  input: {
    account: Pick<Account, 'user' | 'roles'>;
    policy: CurrentPolicy;
    via: 'password' | 'sso';
    sso?: { linkId: string; provider: string; mfaAsserted: boolean };
    endsWrongCodes?: boolean;
    now: number;
  } & Origin,
  spends: readonly Ready<unknown>[] = [],
): Promise<MadeSession> {
  const { account, policy, via, sso, now, address, userAgent } = input;
  const { user, roles } = account;
  const person = personOf(user);
  const id = uuidv7(now, deps.random);
  const { made, inserted } = createSession(tx, deps, {
    user: { ...person, email: user.email, roles },
    policy: policy.document,
    via,
    sso,
    id,
    factors: originNow()?.factors ?? [],
    now,
    address,
    userAgent,
  });
  const event = {
    at: now,
    action: 'sign_in.succeeded',
    actor: person,
    target: person,
    session: id,
    data: { via, ...(sso ? { provider: sso.provider, mfaAsserted: sso.mfaAsserted } : {}) },
  } as const;
  const network = rememberNetwork(tx, deps, { userId: user.id, address, now });
  const counted = (input.endsWrongCodes ? countSignInByCode : countSignIn)(tx, user.id, now);
  await appendAuditLast(tx, deps, event, [...spends, counted, ...network, inserted]);
  return made;
}
