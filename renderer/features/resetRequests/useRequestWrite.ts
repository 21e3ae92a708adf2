import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallError } from '../../data/callError.ts';
import { useWrite } from '../../data/useWrite.ts';
import { shortTime } from '../../ui/time.ts';
import { useToast } from '../../ui/Toasts.tsx';

type RequestAct =
  | 'resetRequests.claim'
  | 'resetRequests.recordCheck'
  | 'resetRequests.askManager'
  | 'resetRequests.approve'
  | 'resetRequests.deny'
  | 'resetRequests.stopHold'
  | 'resetRequests.sendActivation';

/**
 * An act on one request: the answer is the changed request and is on screen at once, before anything is read again. Where
 * somebody else was faster, it says who and when, and the page shows what they decided.
 */
export function useRequestWrite<N extends RequestAct>(operation: N, onDone?: () => void) {
  const client = useQueryClient();
  const toast = useToast();
  const write = useWrite(operation, {
    changes: ['dashboard', 'users'],
    onDone: (request) => {
      client.setQueryData(['resetRequests.get', { id: request.id }], request);
      onDone?.();
    },
  });
  const { error } = write;
  useEffect(() => {
    if (!error || !isDecided(error)) return;
    toast({ tone: 'danger', text: fasterWords(error) });
    void client.invalidateQueries({ queryKey: ['resetRequests.get'] });
  }, [error, client, toast]);
  return write;
}

/** Whether an act was refused because the request was decided meanwhile; that is said once, for the whole page. */
export function isDecided(error: CallError | null): boolean {
  return error?.code === 'already_decided';
}

const DONE: Record<string, string> = {
  approved: 'approved it',
  completed: 'approved it',
  denied: 'denied it',
  cancelled: 'cancelled it',
  vetoed: 'stopped it',
};

function fasterWords({ message, problem: { state, decidedBy, decidedAt } }: CallError): string {
  const did = DONE[String(state)];
  const who = typeof decidedBy === 'object' && decidedBy && 'name' in decidedBy && decidedBy.name;
  if (!did || typeof who !== 'string' || typeof decidedAt !== 'string') return message;
  return `${who} ${did} first, ${shortTime(decidedAt, Date.now())}. What you did was not taken.`;
}
