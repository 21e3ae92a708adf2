import type { Result } from '../../contract/errors.ts';
import type { LiveEvent } from '../../contract/events.ts';
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts';

/** How the renderer reaches the server, whichever shell it runs in. It can name an operation; never a URL, a header or a token. */
export interface Transport {
  /** Never throws: a failure is a value, `unreachable` where no server answered. */
  call<N extends OperationName>(operation: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /** Live events of the signed-in session, until the returned function is called. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}
