import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../server/words.ts';
import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import { DEFAULT_POLICY } from '../../../../server/domain/policy/defaults.ts';
import { missingForUnlock } from '../../../../server/features/resetRequests/rules/unlockEvidence.ts';

const STANDARD = DEFAULT_POLICY.tiers.standard;
type Made = Pick<CheckInput, 'kind' | 'outcome'>;
const passed = (kind: CheckInput['kind']): Made => ({ kind, outcome: 'pass' });
const withRecipe = (change: Partial<typeof STANDARD.recipe>) => ({
  ...STANDARD,
  recipe: { ...STANDARD.recipe, ...change },
});

describe('S-102: an unlock', () => {
  it.each([['call_back'], ['in_person'], ['photo_id_video']] as const)(
    'has its evidence in one %s of the standard recipe, without a request code',
    (kind) => {
      expect(missingForUnlock(STANDARD, [passed(kind)])).toBeNull();
    },
  );

  it('without a check says to make sure first, and what counts', () => {
    expect(inEnglish(missingForUnlock(STANDARD, []) ?? '')).toMatch(
      /^Make sure that it is them before you unlock, and record how\. .+/,
    );
  });

  it('is not helped by a call that nobody answered', () => {
    expect(missingForUnlock(STANDARD, [{ kind: 'call_back', outcome: 'no_answer' }])).not.toBeNull();
  });

  it('stays locked after a check that failed, whatever passed besides', () => {
    const checks: Made[] = [passed('in_person'), { kind: 'call_back', outcome: 'fail' }];
    expect(inEnglish(missingForUnlock(STANDARD, checks) ?? '')).toMatch(
      /^A check failed, so this account stays locked\./,
    );
  });

  it('asks for as many as the recipe does, as far as one person can have made them', () => {
    const two = withRecipe({ count: 2, strongCount: 1 });
    expect(missingForUnlock(two, [passed('call_back')])).not.toBeNull();
    expect(missingForUnlock(two, [passed('call_back'), passed('in_person')])).toBeNull();
    const onlyOne = withRecipe({ kinds: ['in_person', 'manager_confirmation'], count: 2, strongCount: 2 });
    expect(missingForUnlock(onlyOne, [passed('in_person')])).toBeNull();
  });

  it('takes only what the recipe counts', () => {
    const inPerson = withRecipe({ kinds: ['in_person'] });
    expect(missingForUnlock(inPerson, [passed('call_back')])).not.toBeNull();
  });

  it('has a way also where the recipe is the manager’s word alone', () => {
    const manager = withRecipe({ kinds: ['manager_confirmation'], strongCount: 1 });
    expect(missingForUnlock(manager, [])).not.toBeNull();
    expect(missingForUnlock(manager, [passed('in_person')])).toBeNull();
  });

  it('asks for one check where the recipe would ask for none', () => {
    expect(missingForUnlock(withRecipe({ count: 0 }), [])).not.toBeNull();
  });
});
