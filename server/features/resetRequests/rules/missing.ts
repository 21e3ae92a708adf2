import { CHECK_KINDS } from '../../../../contract/checks.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Listed, Sentence } from '../../../../contract/words/sentence.ts';
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

/** For whom, and what can be made for them now. */
interface Helping {
  name: string;
  /** Checks that prove something now. */
  possible: readonly CheckKind[];
}

/**
 * What would help a request on, for who works on it: of the checks that are asked for those that can be made for this person now,
 * in the order in which all checks are shown. What passed helps no more, and what failed is no advice.
 */
export function helpSentence(
  { missing, failed, passed }: { missing: Missing; failed: readonly CheckKind[]; passed: number },
  { name, possible }: Helping,
): Sentence {
  const stepOf = (id: StepId) => missing.steps.find(({ step }) => step === id);
  const can = (step: MissingStep | undefined) =>
    CHECK_KINDS.filter(
      (kind) => step?.kinds.includes(kind) && possible.includes(kind) && !failed.includes(kind),
    );
  const [checks, strong] = [stepOf('checks'), stepOf('strong')];
  const left = { checks: Math.max(checks?.left ?? 0, strong?.left ?? 0), strong: strong?.left ?? 0 };
  const kinds = left.strong === left.checks ? can(strong) : can(checks);
  const said = [
    ...(stepOf('request_code') ? [sentence('answers/resetRequests', 'helpCode')] : []),
    ...(left.checks === 0
      ? []
      : [checksThatHelp({ count: left.checks, kinds, isFirst: passed === 0, name })]),
    ...(left.strong > 0 && left.strong < left.checks
      ? [strongThatHelps({ count: left.strong, kinds: can(strong), name })]
      : []),
    ...(missing.tooOld.length === 0
      ? []
      : [sentence('answers/resetRequests', 'helpTooOld', { old: shortChecks('and', missing.tooOld) })]),
  ];
  return said.reduceRight((rest, first) => sentence('answers/resetRequests', 'helpThen', { first, rest }));
}

function checksThatHelp({
  count,
  kinds,
  isFirst,
  name,
}: {
  count: number;
  kinds: readonly CheckKind[];
  isFirst: boolean;
  name: string;
}): Sentence {
  const checks = shortChecks('or', kinds);
  if (kinds.length === 0) return sentence('answers/resetRequests', 'helpNone', { count, name });
  if (kinds.length < count) return sentence('answers/resetRequests', 'helpTooFew', { count, name, checks });
  return sentence('answers/resetRequests', isFirst ? 'helpFirst' : 'helpMore', { count, checks });
}

function strongThatHelps({
  count,
  kinds,
  name,
}: {
  count: number;
  kinds: readonly CheckKind[];
  name: string;
}): Sentence {
  return kinds.length < count
    ? sentence('answers/resetRequests', 'helpNoStrong', { count, name })
    : sentence('answers/resetRequests', 'helpStrong', { count, checks: shortChecks('or', kinds) });
}

function shortChecks(by: Listed['by'], kinds: readonly CheckKind[]): Listed {
  return { each: kinds.map((kind) => sentence('answers/resetRequests', 'checkShort', { kind })), by };
}
