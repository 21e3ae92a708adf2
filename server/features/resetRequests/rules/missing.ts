import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { CheckKind } from '../../../../contract/operations/resetRequests.ts';
import { checksBy } from './words.ts';

export type StepId = 'existing_code' | 'request_code' | 'checks' | 'strong';

/** A step of the recipe that is not met: how many more of these kinds it asks for. */
interface MissingStep {
  step: StepId;
  kinds: readonly CheckKind[];
  left: number;
}

/** What the recipe still asks for, as the audit log keeps it. */
export interface Missing {
  steps: readonly MissingStep[];
  /** Kinds that were made, and too long ago to count. */
  tooOld: readonly CheckKind[];
}

export function missingSentence({ steps, tooOld }: Missing): Sentence {
  const what = inARow(steps.map(stepSentence));
  return tooOld.length === 0
    ? sentence('answers/resetRequests', 'stillMissing', { what })
    : sentence('answers/resetRequests', 'stillMissingTooOld', {
        what,
        count: tooOld.length,
        old: checksBy('and', tooOld),
      });
}

function stepSentence({ step, kinds, left: count }: MissingStep): Sentence {
  if (step === 'request_code') return sentence('answers/resetRequests', 'check', { kind: step });
  const key = step === 'strong' ? 'missingStrong' : 'missingChecks';
  return sentence('answers/resetRequests', key, { count, checks: checksBy('or', kinds) });
}

/** At least one. */
function inARow(steps: readonly Sentence[]): Sentence {
  return steps.reduceRight((rest, first) => sentence('answers/resetRequests', 'missingAnd', { first, rest }));
}
