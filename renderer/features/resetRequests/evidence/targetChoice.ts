import type { InputOf } from '../../../../contract/operations.ts';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';

/** A factor that the person has, here (null) or in a connected system. */
export interface Held {
  systemId: string | null;
  id: string;
  stopped: boolean;
}

type Chosen = InputOf<'resetRequests.chooseTargets'>['targets'];

/** Whether the request removes it as it is chosen now. */
export function isGoing({ targets }: Pick<ResetRequest, 'targets'>, { systemId, id }: Held): boolean {
  const target = targets.find((one) => one.systemId === systemId);
  return target !== undefined && (target.factorIds?.includes(id) ?? true);
}

/**
 * What would go after a factor is turned over; null where that can't be: nothing that goes is no reset, and of what is here
 * something usable stays, or all goes.
 *
 * @param held everything that the person has
 */
export function turned(
  request: Pick<ResetRequest, 'targets'>,
  held: readonly Held[],
  factor: Held,
): Chosen | null {
  const chosen = request.targets.flatMap(({ systemId, factorIds }) => {
    if (systemId !== factor.systemId) return factorIds?.length === 0 ? [] : [{ systemId, factorIds }];
    const there = held.filter((one) => one.systemId === systemId);
    const going = there.filter((one) => isGoing(request, one) !== (one.id === factor.id));
    if (going.length === 0) return [];
    // All there, also what isn't listed now.
    const isAll = systemId !== null && going.length === there.length;
    return [{ systemId, factorIds: isAll ? null : going.map(({ id }) => id) }];
  });
  const here = held.filter(({ systemId }) => systemId === null);
  const goesHere = chosen.find(({ systemId }) => systemId === null)?.factorIds ?? [];
  const staysUsable = here.some(({ id, stopped }) => !stopped && !goesHere.includes(id));
  const isWhole = staysUsable || goesHere.length === here.length;
  return chosen.length > 0 && isWhole ? chosen : null;
}
