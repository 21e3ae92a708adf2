import type { Result } from '../../contract/errors.ts';
import type { LiveEvent } from '../../contract/events.ts';
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts';

/** How the renderer reaches the server, whichever shell it runs in. It can name an operation; never a URL, a header or a token. */
export interface Transport {
  /** Never throws: a failure is a value, `unreachable` where no server answered. */
  call<N extends OperationName>(operation: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  /**
   * The same for what was drawn in this session: where another one has begun in this browser, of which a page that slept needn't have
   * heard, each call is answered `other_session`, and nothing is done or read in the other one's name.
   */
  drawnIn(session: string): Transport;
  /** Live events of the signed-in session, until the returned function is called. */
  subscribe(listener: (event: LiveEvent) => void): () => void;
}
