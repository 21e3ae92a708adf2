import { useEffect, useRef } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { shortTime } from '../../../ui/time.ts';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';

/** How a request ends, or is on its way to, by what somebody did. */
const DECIDED: readonly ResetRequest['state'][] = [
  'approved',
  'executing',
  'completed',
  'denied',
  'cancelled',
  'vetoed',
];

/** Says who decided the request that is on screen, and when, where that was somebody else: the form one was in is gone. */
export function useDecidedNotice({ state, decidedBy, decidedAt }: ResetRequest): void {
  const me = useMe().user;
  const toast = useToast();
  const before = useRef(state);
  useEffect(() => {
    const wasDecided = DECIDED.includes(before.current);
    before.current = state;
    if (wasDecided || !DECIDED.includes(state)) return;
    if (!decidedBy || !decidedAt || decidedBy.id === me.id) return;
    const time = shortTime(decidedAt, Date.now());
    toast({ tone: 'danger', text: t('colleagueDecided', { state, name: decidedBy.name, time }) });
  }, [state, decidedBy, decidedAt, me.id, toast]);
}
