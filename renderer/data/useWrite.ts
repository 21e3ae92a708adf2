import { useMutation, useQueryClient } from '@tanstack/react-query';
import { use } from 'react';
import type { Result } from '../../contract/errors.ts';
import type { InputOf, OutputOf } from '../../contract/operations.ts';
import { CallError } from './callError.ts';
import { StepUpContext, useTransport } from './context.ts';
import { readAgain, STALE_AFTER_WRITE, type WriteName } from './stale.ts';

interface Options<N extends WriteName> {
  onDone?: (output: OutputOf<N>, input: InputOf<N>) => void;
}

/**
 * `const approve = useWrite('resetRequests.approve')`, then `approve.mutate({ id })`: what shows it is read again.
 * Where the server asks for a step-up the dialog opens, and the same call is made again: nothing typed is lost.
 */
export function useWrite<N extends WriteName>(operation: N, { onDone }: Options<N> = {}) {
  const transport = useTransport();
  const stepUp = use(StepUpContext);
  const client = useQueryClient();
  return useMutation<OutputOf<N>, CallError, InputOf<N>>({
    mutationFn: async (input) => {
      const result = await steppingUp(() => transport.call(operation, input), stepUp);
      if (!result.ok) throw new CallError(result.error);
      return result.data;
    },
    onSuccess: (output, input) => {
      readAgain(client, STALE_AFTER_WRITE[operation]);
      onDone?.(output, input);
    },
  });
}

/** Makes a call, and where the server asks for a step-up makes it again after one, until it is done or the person declines. */
async function steppingUp<T>(
  call: () => Promise<Result<T>>,
  stepUp: () => Promise<boolean>,
): Promise<Result<T>> {
  let result = await call();
  while (!result.ok && result.error.code === 'step_up_required' && (await stepUp())) result = await call();
  return result;
}
