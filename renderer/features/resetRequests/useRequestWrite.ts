import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallError } from '../../data/callError.ts';
import { useWrite } from '../../data/useWrite.ts';

type RequestAct =
  | 'resetRequests.claim'
  | 'resetRequests.recordCheck'
  | 'resetRequests.askManager'
  | 'resetRequests.chooseTargets'
  | 'resetRequests.stopAuthenticators'
  | 'resetRequests.retry'
  | 'resetRequests.reportAttack'
  | 'resetRequests.askDecision'
  | 'resetRequests.handTo'
  | 'resetRequests.approve'
  | 'resetRequests.deny'
  | 'resetRequests.stopHold'
  | 'resetRequests.sendActivation';

/**
 * An act on one request: the answer is the changed request and is on screen at once, before anything is read again. Where
 * somebody else was faster, the page reads what they decided, or changed.
 */
export function useRequestWrite<N extends RequestAct>(operation: N, onDone?: () => void) {
  const client = useQueryClient();
  const write = useWrite(operation, {
    onDone: (request) => {
      if ('id' in request) client.setQueryData(['resetRequests.get', { id: request.id }], request);
      onDone?.();
    },
  });
  const { error } = write;
  useEffect(() => {
    if (isDecided(error) || error?.code === 'stale_version')
      void client.invalidateQueries({ queryKey: ['resetRequests.get'] });
  }, [error, client]);
  return write;
}

/** Whether an act was refused because the request was decided meanwhile. */
export function isDecided(error: CallError | null): boolean {
  return error?.code === 'already_decided';
}
