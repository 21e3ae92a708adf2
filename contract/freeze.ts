import { sentence } from './words/sentence.ts';
import type { Sentence } from './words/sentence.ts';

/** What can be stopped while an organisation is under attack, each by a switch of its own; signing in with what one has goes on. */
export const FREEZE_SWITCHES = ['resets', 'setups', 'passwords'] as const;
export type FreezeSwitch = (typeof FREEZE_SWITCHES)[number];

/**
 * *All resets, new setups and passwords by mail*; `within` a sentence *all resets …*. Always a plural: *are frozen*.
 *
 * @param switches at least one, in any order
 */
export function freezeWords(
  switches: readonly FreezeSwitch[],
  place: 'first' | 'within' = 'first',
): Sentence<'contradictions'> {
  const what = FREEZE_SWITCHES.filter((name) => switches.includes(name)).join('_');
  return sentence('contradictions', place === 'first' ? 'frozenFirst' : 'frozenWithin', { what });
}
