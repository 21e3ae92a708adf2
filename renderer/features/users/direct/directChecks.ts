import { CHECK_KINDS, CHECKS, isDirect, isStrong } from '../../../../contract/checks.ts';
import type { CheckKind, DirectKind } from '../../../../contract/checks.ts';
import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { CheckInput, CheckOutcome } from '../../../../contract/operations/resetRequests.ts';
import { anyOf } from '../../../language/intl.ts';
import { t } from '../words.ts';

/** Checks that one person can have made by themselves, before the dialog opened. */
const RECORDABLE = CHECK_KINDS.filter(isDirect);

export interface DirectCheck {
  outcome: CheckOutcome | '';
  note: string;
  number: 'phone' | 'mobile' | '';
}
export type DirectChecks = Record<DirectKind, DirectCheck>;

const EMPTY: DirectCheck = { outcome: '', note: '', number: '' };
export const NO_CHECKS: DirectChecks = { call_back: EMPTY, in_person: EMPTY, photo_id_video: EMPTY };

/** Which of them the recipe takes. */
export const kindsOf = ({ recipe }: TierRule): DirectKind[] =>
  RECORDABLE.filter((kind) => recipe.kinds.includes(kind));

/** What an unlock asks for: the standard recipe, as far as one person can have made it. The server asks for the same. */
export function unlockRule({ recipe, ...rule }: TierRule): TierRule {
  const direct = RECORDABLE.filter((kind) => recipe.kinds.includes(kind));
  const kinds = direct.length > 0 ? direct : RECORDABLE;
  const count = Math.max(1, Math.min(recipe.count, kinds.length));
  const strongCount = Math.min(recipe.strongCount, kinds.filter(isStrong).length);
  return { ...rule, recipe: { ...recipe, kinds, count, strongCount } };
}

/** A call says which number was called. */
export const numberProblem = ({ call_back: { outcome, number } }: DirectChecks): string | undefined =>
  outcome && !number ? t('chooseWhichNumber') : undefined;

/** What policy asks for, as a sentence. */
export function recipeSentence({ recipe }: TierRule): string {
  const { count, strongCount } = recipe;
  const kinds = oneOf(recipe.kinds.filter((kind) => CHECKS[kind].recordedBy !== 'user'));
  if (strongCount === 0 || count < 2) return t('policyAsks', { count, kinds });
  return t('policyAsksStrong', { count, kinds, strongCount, strong: oneOf(recipe.kinds.filter(isStrong)) });
}

const oneOf = (kinds: readonly CheckKind[]) => anyOf(kinds.map((kind) => t('checkWithin', { kind })));

/** Whether the checks are enough, as far as can be told here; the server decides. */
export function isMet({ recipe }: TierRule, checks: DirectChecks): boolean {
  const passed = RECORDABLE.filter((kind) => checks[kind].outcome === 'pass' && recipe.kinds.includes(kind));
  const strong = passed.filter(isStrong);
  return passed.length >= recipe.count && strong.length >= recipe.strongCount;
}

/** The checks that were made, as the server takes them. */
export function checkInputs(kinds: readonly DirectKind[], checks: DirectChecks): CheckInput[] {
  return kinds.flatMap((kind) => {
    const { outcome, note, number } = checks[kind];
    if (!outcome) return [];
    return [
      {
        kind,
        outcome,
        ...(note.trim() && { note: note.trim() }),
        ...(kind === 'call_back' && number && { number }),
      },
    ];
  });
}
