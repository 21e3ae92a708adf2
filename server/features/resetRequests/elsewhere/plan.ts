import { uuidv7 } from '../../../crypto/random.ts';
import type { Deps } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { linkedAccounts } from '../../../domain/systems/linkStore.ts';
import type { LinkedAccount } from '../../../domain/systems/linkStore.ts';
import type { SystemTarget } from '../rules/effects.ts';
import { targetsIn, whatGoesElsewhere } from '../rules/targets.ts';
import type { RequestRow } from '../store.ts';
import { insertEffects, removeEffects } from './effectStore.ts';

/** An account in a connected system, and what goes of it. */
export interface Elsewhere extends LinkedAccount {
  target: SystemTarget;
}

/** What an approved request removes in the systems that its person is linked to now. */
export async function elsewhereNow(reader: Reader, request: RequestRow): Promise<Elsewhere[]> {
  const accounts = await linkedAccounts(reader, request.user_id);
  const goes = whatGoesElsewhere(
    targetsIn(request),
    accounts.map(({ system }) => system.id),
  );
  return accounts.flatMap((account) => {
    const target = goes.find(({ systemId }) => systemId === account.system.id);
    return target ? [{ ...account, target }] : [];
  });
}

/** The systems in which it removes something, and that can't hold an account until its owner sets up again (S-112), by name. */
export async function unheldBy(
  reader: Reader,
  { systems }: Pick<Deps, 'systems'>,
  request: RequestRow,
): Promise<string[]> {
  const isDecided = request.state === 'executing' || request.pending === 0;
  if (isDecided) return [];
  const elsewhere = await elsewhereNow(reader, request);
  return elsewhere
    .filter(({ system }) => !systems.kindOf(system.kind).abilities.holdsAccount)
    .map(({ system }) => system.name);
}

/** Kept before anything is sent, in the transaction in which the request begins to be carried out. */
export async function planEffects(
  tx: Tx,
  { random, keys }: Pick<Deps, 'random' | 'keys'>,
  { requestId, elsewhere, now }: { requestId: string; elsewhere: readonly Elsewhere[]; now: number },
): Promise<void> {
  const rows = elsewhere.map(({ system, link }) => ({
    id: uuidv7(now, random),
    request_id: requestId,
    system_id: system.id,
    external_id: link.external_id,
    together: elsewhere.length,
    factor_ids: '[]',
    state: 'planned' as const,
    step: 'hold' as const,
    attempts: 0,
    next_at: now,
    leased_until: 0,
    sent_at: null,
    done_at: null,
    sessions: null,
    sessions_at: null,
    enabled_before: null,
    sentence: null,
  }));
  // A copy of the database that was restored may have some of before.
  await removeEffects(tx, requestId);
  await insertEffects(tx, keys, rows);
}
