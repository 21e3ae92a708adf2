import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { auditPerson } from '../../domain/people/auditPerson.ts';
import type { LinkToProve } from '../../domain/sessions/challengeStore.ts';
import { markProven } from './store.ts';

/** After the right code at the first sign-in by a link: it is its person's from now on. Null where it was removed meanwhile. */
export async function proveLink(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random'>,
  { linkId, mfaAsserted, userId, now }: LinkToProve & { userId: string; now: number },
): Promise<{ linkId: string; provider: string; mfaAsserted: boolean } | null> {
  const provider = await markProven(tx, deps.keys, { linkId, now });
  if (provider === null) return null;
  const person = await auditPerson(tx, userId);
  await appendAudit(tx, deps, {
    at: now,
    action: 'sso.link_proven',
    actor: person,
    target: person,
    data: { provider },
  });
  return { linkId, provider, mfaAsserted };
}
