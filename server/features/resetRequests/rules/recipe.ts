import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { CHECK_KINDS, isStrong } from '../../../../contract/checks.ts';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { CheckKind, CheckOutcome, RecipeStep } from '../../../../contract/operations/resetRequests.ts';
import type { Missing, StepId } from './missing.ts';
import { checksBy } from './words.ts';

/** A step whose text is in no language yet. */
export type Step = Omit<RecipeStep, 'id' | 'text'> & {
  id: StepId;
  text: Sentence;
};

export interface CheckFacts {
  kind: CheckKind;
  outcome: CheckOutcome;
  at: number;
  /** The verifier was suspended since, or the phone that was called reported lost: it counts as never made. */
  void: boolean;
  /** It passed, and its minutes are over: it stays the latest of its kind, and proves nothing any more. */
  tooOld: boolean;
}

export interface RecipeVerdict {
  met: boolean;
  /** What is still asked for; null where the recipe is met. */
  missing: Missing | null;
  steps: Step[];
  /** Kinds whose latest outcome is a fail: nobody is told to make one of them after all. */
  failed: CheckKind[];
  /** Progress for lists: pieces of evidence that are there, of those that are asked for. */
  passed: number;
  needed: number;
}

/** The latest outcome of each kind; what is void was never made. Of two at one moment the later in the list counts. */
function latestOfEach(checks: readonly CheckFacts[]): Map<CheckKind, CheckFacts> {
  const latest = new Map<CheckKind, CheckFacts>();
  for (const check of checks) {
    const before = latest.get(check.kind);
    if (!check.void && (!before || check.at >= before.at)) latest.set(check.kind, check);
  }
  return latest;
}

/** Whether the evidence that policy asks for is there (product: Reset requests, Recipe). */
export function evaluateRecipe(
  { recipe }: TierRule,
  checks: readonly CheckFacts[],
  hasRequestCode: boolean,
): RecipeVerdict {
  const latest = latestOfEach(checks);
  const passes = (kind: CheckKind) => {
    const check = latest.get(kind);
    return check?.outcome === 'pass' && !check.tooOld;
  };

  const failed = CHECK_KINDS.filter((kind) => latest.get(kind)?.outcome === 'fail');

  if (recipe.existingCodeSuffices && passes('existing_code')) {
    const step = makeStep(
      'existing_code',
      sentence('answers/resetRequests', 'stepExistingCode'),
      ['existing_code'],
      1,
      1,
    );
    return { met: true, missing: null, steps: [step], failed, passed: 1, needed: 1 };
  }

  const steps: Step[] = [];
  if (recipe.requestCode && hasRequestCode) {
    const passed = passes('request_code') ? 1 : 0;
    steps.push(
      makeStep(
        'request_code',
        sentence('answers/resetRequests', 'stepRequestCode'),
        ['request_code'],
        1,
        passed,
      ),
    );
  }
  const evidence = recipe.kinds.filter(passes);
  const anyOf = sentence('answers/resetRequests', 'stepChecks', {
    count: recipe.count,
    checks: checksBy('or', recipe.kinds),
  });
  steps.push(makeStep('checks', anyOf, recipe.kinds, recipe.count, evidence.length));
  const strongKinds = recipe.kinds.filter(isStrong);
  const strong = strongKinds.filter(passes);
  if (recipe.strongCount > 0) {
    const text = sentence('answers/resetRequests', 'stepStrong', {
      count: recipe.strongCount,
      checks: checksBy('or', strongKinds),
    });
    steps.push(makeStep('strong', text, strongKinds, recipe.strongCount, strong.length));
  }

  const unmet = steps.filter((step) => !step.met);
  const old = new Set(unmet.flatMap(({ kinds }) => kinds).filter((kind) => latest.get(kind)?.tooOld));
  const code = steps.filter((step) => step.id === 'request_code');
  const weak = evidence.length - strong.length;
  return {
    met: unmet.length === 0,
    missing:
      unmet.length === 0 ? null : { steps: unmet.map((step) => missingStep(step, passes)), tooOld: [...old] },
    steps,
    failed,
    passed:
      code.reduce((sum, step) => sum + step.passed, 0) +
      Math.min(recipe.count, strong.length + Math.min(weak, recipe.count - recipe.strongCount)),
    needed: code.length + recipe.count,
  };
}

/** What a check of these kinds proves is as good as the contacts on record. */
const BY_CONTACTS: readonly CheckKind[] = ['call_back', 'manager_confirmation'];

/** Whether the recipe is met only because somebody was reached by the contacts on record. */
export function leansOnContacts(
  ...[rule, checks, hasRequestCode]: Parameters<typeof evaluateRecipe>
): boolean {
  const others = checks.filter(({ kind }) => !BY_CONTACTS.includes(kind));
  return (
    evaluateRecipe(rule, checks, hasRequestCode).met && !evaluateRecipe(rule, others, hasRequestCode).met
  );
}

/** One kind counts once: what passed helps no more. */
function missingStep(
  { id, kinds, needed, passed }: Step,
  passes: (kind: CheckKind) => boolean,
): Missing['steps'][number] {
  return { step: id, kinds: kinds.filter((kind) => !passes(kind)), left: needed - passed };
}

function makeStep(id: StepId, text: Sentence, kinds: CheckKind[], needed: number, passed: number): Step {
  return { id, text, kinds, needed, passed: Math.min(passed, needed), met: passed >= needed };
}
