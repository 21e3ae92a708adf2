import { paths } from '../../../contract/paths.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { MINUTE } from '../../time.ts';
import { sha256Hex } from '../../crypto/hash.ts';
import { token256, uuidv7 } from '../../crypto/random.ts';
import { seal, unseal } from '../../crypto/seal.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { publicUrlOf } from '../../domain/settings/effective.ts';
import type { Checks } from './client.ts';
import { newChecks } from './client.ts';
import { insertFlow, removeEndedFlows, useFlow } from './flowStore.ts';
import type { StoredFlow } from './flowStore.ts';
import type { Provider } from './providers.ts';

/** Long enough to find the phone and to set up MFA at the provider. */
const LIFETIME = 15 * MINUTE;

type Purpose = StoredFlow['purpose'];
const checksContext = (flowId: string) => ({ purpose: 'sso', userId: '', recordId: flowId });

/** Where the provider sends the browser back to: never taken from a request's Host (S-64). RFC 8252 §7.3 for the desktop. */
export async function redirectUriFor(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  loopbackPort: number | undefined,
): Promise<string> {
  if (loopbackPort !== undefined) return `http://127.0.0.1:${loopbackPort}/callback`;
  return `${publicUrlOf(config, await readSettings(db.kysely))}${paths.ssoCallback()}`;
}

export interface BegunFlow {
  /** Stays with the browser or desktop that began it; stored hashed. */
  flow: string;
  checks: Checks;
  expiresAt: number;
}

/** Remembers a sign-in that goes to a provider, and forgets those that are over. */
export async function beginFlow(
  tx: Tx,
  { keys, random }: Pick<Deps, 'keys' | 'random'>,
  input: { purpose: Purpose; provider: Provider; redirectUri: string; sessionId: string | null; now: number },
): Promise<BegunFlow> {
  const { purpose, provider, redirectUri, sessionId, now } = input;
  const id = uuidv7(now, random);
  const flow = token256(random);
  const checks = newChecks(random);
  const expiresAt = now + LIFETIME;
  await removeEndedFlows(tx, now);
  await insertFlow(tx, {
    id,
    purpose,
    provider_id: provider.id,
    provider_version: provider.version,
    flow_hash: sha256Hex(flow),
    sealed_checks: seal(keys, random, checksContext(id), JSON.stringify(checks)),
    redirect_uri: redirectUri,
    session_id: sessionId,
    created_at: now,
    expires_at: expiresAt,
    used_at: null,
  });
  return { flow, checks, expiresAt };
}

export interface Flow {
  providerId: string;
  providerVersion: number;
  redirectUri: string;
  checks: Checks;
  beganAt: number;
}

/**
 * Spends the flow: of two answers at once, and of one that is sent again, the first counts. SECURITY: whoever hasn't the
 * token that begin answered can end no sign-in, however they came by its code and state: a link that signs a victim into
 * the attacker's account doesn't work (RFC 9700 §4.7). Refuses with `sso_flow_ended`.
 */
export async function spendFlow(
  tx: Tx,
  { keys }: Pick<Deps, 'keys'>,
  input: { flow: string; purpose: Purpose; sessionId: string | null; now: number },
): Promise<Flow> {
  const { purpose, sessionId, now } = input;
  const row = await useFlow(tx, { hash: sha256Hex(input.flow), purpose, sessionId, now });
  if (!row) throw flowEnded();
  return {
    providerId: row.provider_id,
    providerVersion: row.provider_version,
    redirectUri: row.redirect_uri,
    checks: JSON.parse(unseal(keys, checksContext(row.id), row.sealed_checks)) as Checks,
    beganAt: row.created_at,
  };
}

export function flowEnded() {
  return refuse('sso_flow_ended', {
    detail: sentence('answers/sso', 'flowEnded'),
  });
}
