import type { InputOf, OperationName, OutputOf, operations } from '../../contract/operations.ts';
import type { CallContext, PublicContext } from '../context.ts';

type ContextOf<N extends OperationName> = (typeof operations)[N]['access'] extends 'public'
  ? PublicContext
  : CallContext;

/** Rows as text, for answers too large to hold. */
type TextStream = AsyncIterable<string>;
type Answer<N extends OperationName> = (typeof operations)[N] extends { download: readonly string[] }
  ? TextStream
  : OutputOf<N>;

/** A handler for each of these operations: a few lines that call a service. */
export type Handlers<N extends OperationName> = {
  [K in N]: (input: InputOf<K>, ctx: ContextOf<K>) => Promise<Answer<K>>;
};

/** Every operation has its handler, or the server does not compile. */
export type AllHandlers = Handlers<OperationName>;
