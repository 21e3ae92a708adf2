import type { Deps, MadeSession, Origin } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import { originNow } from '../audit/origin.ts';
import { personOf } from '../people/people.ts';
import { countSignIn } from '../people/store.ts';
import type { CurrentPolicy } from '../policy/current.ts';
import type { Account } from './account.ts';
import { rememberNetwork } from './networkStore.ts';
import { createSession } from './store.ts';

/** Ends a sign-in: a session, counted, audited, its network remembered. */
export async function completeSignIn(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  input: {
    account: Account;
    policy: CurrentPolicy;
    via: 'password' | 'sso';
    sso?: { linkId: string; provider: string; mfaAsserted: boolean };
    now: number;
  } & Origin,
): Promise<MadeSession> {
  const { account, policy, via, sso, now, address, userAgent } = input;
  const { user, roles } = account;
  await countSignIn(tx, user.id, now);
  const person = personOf(user);
  const id = uuidv7(now, deps.random);
  await appendAudit(tx, deps, {
    at: now,
    action: 'sign_in.succeeded',
    actor: person,
    target: person,
    session: id,
    data: { via, ...(sso ? { provider: sso.provider, mfaAsserted: sso.mfaAsserted } : {}) },
  });
  await rememberNetwork(tx, deps, { userId: user.id, address, now });
  return createSession(tx, deps, {
    user: { ...personOf(user), email: user.email, roles },
    policy: policy.document,
    via,
    sso,
    id,
    factors: originNow()?.factors ?? [],
    now,
    address,
    userAgent,
  });
}
