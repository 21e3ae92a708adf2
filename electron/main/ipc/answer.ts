import type { TSchema } from 'typebox';
import { ERRORS, type ErrorCode, type Result } from '../../../contract/errors.ts';
import type { SayOf } from '../../../contract/words/write.ts';
import { misfits } from './misfits.ts';

/** One channel: what may be asked there, by name, and who answers. */
export interface Handler {
  schemas: ReadonlyMap<string, TSchema>;
  run: (operation: string, input: Record<string, unknown>) => Promise<Result<unknown>>;
}

export interface Asked {
  /** Whether it came from the main frame of the app's own page. */
  trusted: boolean;
  operation: unknown;
  input: unknown;
  say: SayOf<'desktop'>;
  log: (line: string) => void;
}

/** Checks, in this order, who asks, what for, and with what; then answers. Always a Result, never a stack. */
export async function answerSafely(
  { schemas, run }: Handler,
  { trusted, operation, input, say, log }: Asked,
): Promise<Result<unknown>> {
  if (!trusted) return refuse('forbidden', say('ownPagesOnly'));
  const schema = typeof operation === 'string' ? schemas.get(operation) : undefined;
  if (typeof operation !== 'string' || schema === undefined) return refuse('not_found', say('noOperation'));
  const fields = misfits(say, schema, input);
  if (fields !== undefined || !isRecord(input)) {
    return refuse('invalid_input', say('invalidInput'), { fields });
  }
  try {
    return await run(operation, input);
  } catch (error) {
    log(`${operation} failed: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`);
    return refuse('internal', say('wentWrong'));
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function refuse(code: ErrorCode, detail: string, extra: Record<string, unknown> = {}): Result<never> {
  return { ok: false, error: { ...extra, ...ERRORS[code], code, detail } };
}
