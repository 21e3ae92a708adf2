import type { ErrorCode, Problem } from '../../contract/errors.ts';
import type { OperationName } from '../../contract/operations.ts';

/** A refusal or failure of a call. The message is one sentence for the person; `problem` is what the server said. */
export class CallError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    // With the number to tell, where there is one.
    super(problem.detail || problem.title);
    this.name = 'CallError';
    this.problem = problem;
  }

  get code(): ErrorCode {
    return this.problem.code;
  }

  /** What to tell the person. Nothing where they closed the question for a code: they know. */
  get refusal(): string | undefined {
    return this.code === 'step_up_required' ? undefined : this.message;
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError;
    queryMeta: { live?: boolean };
    queryKey: readonly [OperationName, ...unknown[]];
  }
}
