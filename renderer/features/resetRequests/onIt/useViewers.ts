import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { useRead } from '../../../data/useRead.ts';

/** The names of those who have a request open besides the signed-in person and whoever is on it, who is named already. */
export function useViewers(): (request: Pick<ResetRequestRow, 'id' | 'claimedBy'>) => string[] {
  const me = useMe().user;
  const { data } = useRead('viewers.list', {});
  return ({ id, claimedBy }) =>
    (data?.items ?? [])
      .filter(({ requestId, person }) => requestId === id && ![me.id, claimedBy?.id].includes(person.id))
      .map(({ person }) => person.name);
}
