import { sentence } from '../../../../contract/words/sentence.ts';
import type { InputOf } from '../../../../contract/operations.ts';
import type { Deps } from '../../../context.ts';
import { linkedAccounts } from '../../../domain/systems/linkStore.ts';
import { failureSentence } from '../../../domain/systems/readFactors.ts';
import { refuse } from '../../../refusal.ts';
import { requestById } from '../store.ts';
import { noSuchRequest } from '../assessing/refuse.ts';

/**
 * Asks each connected system whether the person has what is named there, before any transaction: a name that is nobody's would be
 * gone from the beginning, and the request completed with everything left. Refuses with `not_found`, and with
 * `check_not_possible` where the system doesn't say.
 */
export async function requireListed(
  { db, systems, now: clock }: Pick<Deps, 'db' | 'systems' | 'now'>,
  { id, targets }: Pick<InputOf<'resetRequests.chooseTargets'>, 'id' | 'targets'>,
): Promise<void> {
  const elsewhere = targets.flatMap(({ systemId, factorIds }) =>
    systemId === null ? [] : [{ systemId, factorIds }],
  );
  if (elsewhere.length === 0) return;
  const request = await requestById(db.kysely, id);
  if (!request) throw noSuchRequest();
  const accounts = await linkedAccounts(db.kysely, request.user_id);
  for (const { systemId, factorIds } of elsewhere) {
    const account = accounts.find(({ system }) => system.id === systemId);
    if (!account) throw noSuchFactor();
    if (factorIds === null) continue;
    const { system, link } = account;
    const kind = systems.kindOf(system.kind);
    if (!kind.abilities.namesFactors)
      throw refuse('check_not_possible', {
        detail: sentence('answers/resetRequests', 'allOrNothing', { system: system.name }),
      });
    const ask = async () =>
      kind.factorsOf(systems.accessTo(system, { now: clock() }), systems.accountBy(link, system));
    const listed = await ask().catch((error: unknown) => {
      throw refuse('check_not_possible', { detail: failureSentence(error, system) });
    });
    if (!factorIds.every((factorId) => listed.some((one) => one.id === factorId))) throw noSuchFactor();
  }
}

function noSuchFactor() {
  return refuse('not_found', { detail: sentence('answers/resetRequests', 'noSuchFactor') });
}
