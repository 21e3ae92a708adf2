import type { OutputOf } from '../../../../contract/operations.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { useRead } from '../../../data/useRead.ts';

type Notice = OutputOf<'me.deskNotices'>['items'][number];

/** What colleagues want of the signed-in person; nothing of who may not verify. */
export function useDeskNotices(): readonly Notice[] {
  const mayVerify = useCan('resets.verify');
  const { blocked } = useMe().mfa;
  const { data } = useRead('me.deskNotices', {}, { enabled: mayVerify && !blocked });
  return data?.items ?? [];
}
