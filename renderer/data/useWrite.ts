import { useMutation, useQueryClient } from '@tanstack/react-query';
import { use } from 'react';
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts';
import { CallError } from './callError.ts';
import { StepUpContext, useTransport } from './context.ts';

interface Options<N extends OperationName> {
  /** Features whose answers are old after this, besides its own: `['dashboard', 'users']`. */
  changes?: readonly string[];
  onDone?: (output: OutputOf<N>, input: InputOf<N>) => void;
}

/**
 * `const approve = useWrite('resetRequests.approve', { changes: ['dashboard'] })`, then `approve.mutate({ id })`.
 * Where the server asks for a step-up the dialog opens, and the same call is made again: nothing typed is lost.
 */
export function useWrite<N extends OperationName>(operation: N, { changes = [], onDone }: Options<N> = {}) {
  const transport = useTransport();
  const stepUp = use(StepUpContext);
  const client = useQueryClient();
  return useMutation<OutputOf<N>, CallError, InputOf<N>>({
    mutationFn: async (input) => {
      let result = await transport.call(operation, input);
      while (!result.ok && result.error.code === 'step_up_required' && (await stepUp())) {
        result = await transport.call(operation, input);
      }
      if (!result.ok) throw new CallError(result.error);
      return result.data;
    },
    onSuccess: (output, input) => {
      const features = [operation.split('.')[0], ...changes];
      void client.invalidateQueries({
        predicate: ({ queryKey: [name] }) =>
          typeof name === 'string' && features.includes(name.split('.')[0] ?? ''),
      });
      onDone?.(output, input);
    },
  });
}
