import { sentence } from '../../../../contract/words/sentence.ts';
import { decodeCursor } from '../../../db/page.ts';
import { refuse } from '../../../refusal.ts';

/** The keys of the last row of the page before: a time and an id. Refuses a cursor that is none of ours. */
export function keysOf(cursor: string): (string | number)[] {
  const keys = decodeCursor(cursor, ['number', 'string']);
  if (keys) return keys;
  throw refuse('invalid_input', {
    detail: sentence('answers/resetRequests', 'unknownPage'),
    fields: { cursor: sentence('answers/resetRequests', 'notACursor') },
  });
}
