import { sentence } from '../../../../contract/words/sentence.ts';
import type { Listed } from '../../../../contract/words/sentence.ts';
import type { CheckKind } from '../../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../time.ts';

/** Checks inside a sentence. */
export function checksBy(by: Listed['by'], kinds: readonly CheckKind[]): Listed {
  return { each: kinds.map((kind) => sentence('answers/resetRequests', 'check', { kind })), by };
}

/** How long ago: days that have passed whole. */
export function wholeDays(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY));
}
