import { useEffect, useRef } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { shortTime } from '../../../ui/time.ts';
import { useToast } from '../../../ui/Toasts.tsx';

const DONE: Record<ResetRequest['state'], string | null> = {
  open: null,
  verified: null,
  approved: 'approved this request',
  completed: 'approved this request',
  denied: 'denied this request',
  cancelled: 'cancelled this request',
  vetoed: 'stopped this request',
  expired: null,
};

/** Says who decided the request that is on screen, and when, where that was somebody else: the form one was in is gone. */
export function useDecidedNotice({ state, decidedBy, decidedAt }: ResetRequest): void {
  const me = useMe().user;
  const toast = useToast();
  const before = useRef(state);
  useEffect(() => {
    const wasUndecided = DONE[before.current] === null;
    before.current = state;
    const did = DONE[state];
    if (!wasUndecided || !did || !decidedBy || decidedBy.id === me.id) return;
    const when = decidedAt ? `, ${shortTime(decidedAt, Date.now())}` : '';
    toast({ tone: 'danger', text: `${decidedBy.name} ${did} first${when}.` });
  }, [state, decidedBy, decidedAt, me.id, toast]);
}
