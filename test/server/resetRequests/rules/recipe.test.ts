import { expect, test } from 'vitest';
import type { CheckKind, CheckOutcome } from '../../../../contract/operations/resetRequests.ts';
import { inEnglish } from '../../../../server/words.ts';
import { DEFAULT_POLICY } from '../../../../server/domain/policy/defaults.ts';
import { missingSentence } from '../../../../server/features/resetRequests/rules/missing.ts';
import {
  evaluateRecipe as evaluate,
  leansOnContacts,
} from '../../../../server/features/resetRequests/rules/recipe.ts';

const { standard, elevated } = DEFAULT_POLICY.tiers;

/** What the recipe answers, as it is read in English. */
function evaluateRecipe(...evidence: Parameters<typeof evaluate>) {
  const verdict = evaluate(...evidence);
  return {
    ...verdict,
    missing: verdict.missing && inEnglish(missingSentence(verdict.missing)),
    steps: verdict.steps.map((step) => ({ ...step, text: inEnglish(step.text) })),
  };
}

let moment = 0;
const made = (kind: CheckKind, outcome: CheckOutcome = 'pass', isVoid = false) => {
  moment += 1;
  return { kind, outcome, at: moment, void: isVoid, tooOld: false };
};

test('standard: one check besides the request code, or a code from the existing app alone', () => {
  expect(evaluateRecipe(standard, [made('in_person')], false).met).toBe(true);
  expect(evaluateRecipe(standard, [made('in_person')], true)).toMatchObject({
    met: false,
    missing: 'Still missing: the request code.',
    passed: 1,
    needed: 2,
  });
  expect(evaluateRecipe(standard, [made('in_person'), made('request_code')], true).missing).toBeNull();
  expect(evaluateRecipe(standard, [made('existing_code')], true)).toMatchObject({
    met: true,
    passed: 1,
    needed: 1,
  });
  expect(evaluateRecipe(elevated, [made('existing_code')], false).met).toBe(false);
});

test('elevated: two different ones, one of them strong', () => {
  expect(evaluateRecipe(elevated, [made('call_back'), made('call_back')], false).passed).toBe(1);
  const weak = evaluateRecipe(elevated, [made('call_back'), made('existing_code')], false);
  expect(weak).toMatchObject({ met: false, passed: 1, needed: 2 });
  expect(weak.missing).toMatch(/^Still missing: one of them a photo ID by video|^Still missing: one of them/);
  expect(evaluateRecipe(elevated, [made('call_back'), made('in_person')], false)).toMatchObject({
    met: true,
    passed: 2,
  });
  expect(evaluateRecipe(elevated, [], true).missing).toBe(
    'Still missing: the request code; two of a call back, a meeting in person, a photo ID by video, the manager’s confirmation or a code from the existing app; one of them a meeting in person, a photo ID by video or the manager’s confirmation.',
  );
});

test('the latest outcome of a kind counts, and a void check counts as never made', () => {
  expect(evaluateRecipe(standard, [made('in_person'), made('in_person', 'fail')], false).met).toBe(false);
  expect(evaluateRecipe(standard, [made('in_person', 'no_answer'), made('in_person')], false).met).toBe(true);
  expect(evaluateRecipe(standard, [made('in_person'), made('in_person', 'fail', true)], false).met).toBe(
    true,
  );
  expect(evaluateRecipe(standard, [made('in_person', 'pass', true)], false).met).toBe(false);
});

test('of two checks of one kind at one moment the later in the list counts', () => {
  const at = { kind: 'in_person' as const, at: 1, void: false, tooOld: false };
  const passed = { ...at, outcome: 'pass' as const };
  const failed = { ...at, outcome: 'fail' as const };
  expect(evaluateRecipe(standard, [passed, failed], false).met).toBe(false);
  expect(evaluateRecipe(standard, [failed, passed], false).met).toBe(true);
  // The list may come in any order: the moment decides.
  expect(evaluateRecipe(standard, [{ ...passed, at: 2 }, failed], false).met).toBe(true);
});

const steps = (rule: typeof standard, checks: Parameters<typeof evaluateRecipe>[1], withCode: boolean) =>
  evaluateRecipe(rule, checks, withCode).steps.map(
    ({ id, text, kinds, needed, passed, met }) =>
      `${id}: ${text} (${kinds.join(' ')}) ${passed}/${needed}${met ? ' met' : ''}`,
  );

test('each step says what is asked for, what counts for it, and how much of it is there', () => {
  const kinds = 'call_back in_person photo_id_video manager_confirmation';
  expect(steps(standard, [made('request_code')], true)).toEqual([
    'request_code: The caller reads out the request code (request_code) 1/1 met',
    `checks: One of: a call back, a meeting in person, a photo ID by video or the manager’s confirmation (${kinds}) 0/1`,
  ]);
  expect(steps(standard, [made('existing_code')], true)).toEqual([
    'existing_code: The user gave a valid code with the request (existing_code) 1/1 met',
  ]);
  const strongKinds = 'in_person photo_id_video manager_confirmation';
  expect(steps(elevated, [made('in_person'), made('photo_id_video'), made('call_back')], false)).toEqual([
    `checks: Two different checks: a call back, a meeting in person, a photo ID by video, the manager’s confirmation or a code from the existing app (${kinds} existing_code) 2/2 met`,
    `strong: One of them a meeting in person, a photo ID by video or the manager’s confirmation (${strongKinds}) 1/1 met`,
  ]);
});

test('a request code counts where the recipe asks for it and there is one', () => {
  const without = { ...standard, recipe: { ...standard.recipe, requestCode: false } };
  expect(evaluateRecipe(without, [made('in_person')], true)).toMatchObject({ met: true, needed: 1 });
  expect(evaluateRecipe(standard, [made('in_person'), made('request_code', 'fail')], true)).toMatchObject({
    met: false,
    passed: 1,
    needed: 2,
  });
  expect(evaluateRecipe(standard, [made('request_code')], true)).toMatchObject({ passed: 1, needed: 2 });
});

test('a code from the existing app is no evidence by itself where policy does not say so, or where it was wrong', () => {
  const rule = { ...standard, recipe: { ...standard.recipe, existingCodeSuffices: false } };
  expect(evaluateRecipe(rule, [made('existing_code')], false).met).toBe(false);
  expect(evaluateRecipe(standard, [made('existing_code', 'fail')], false).met).toBe(false);
});

test('progress counts no more than is asked for, and weak checks only where strong ones leave room', () => {
  const progress = (...kinds: CheckKind[]) => {
    const { passed, needed } = evaluateRecipe(
      elevated,
      kinds.map((kind) => made(kind)),
      false,
    );
    return `${passed} of ${needed}`;
  };
  expect(progress()).toBe('0 of 2');
  expect(progress('call_back', 'existing_code')).toBe('1 of 2');
  expect(progress('in_person')).toBe('1 of 2');
  expect(progress('in_person', 'photo_id_video')).toBe('2 of 2');
  expect(progress('in_person', 'photo_id_video', 'call_back')).toBe('2 of 2');
  const two = { ...elevated, recipe: { ...elevated.recipe, count: 3, strongCount: 2 } };
  expect(evaluateRecipe(two, [made('in_person'), made('call_back')], false)).toMatchObject({
    met: false,
    missing:
      'Still missing: one of a photo ID by video, the manager’s confirmation or a code from the existing app; one of them a photo ID by video or the manager’s confirmation.',
    passed: 2,
    needed: 3,
  });
});

test('S-101 what is too old proves nothing, and the sentence names it', () => {
  const old = (kind: CheckKind) => ({ ...made(kind), tooOld: true });
  expect(evaluateRecipe(standard, [old('request_code'), made('in_person')], true)).toMatchObject({
    met: false,
    missing: 'Still missing: the request code. Too old to count, make it again: the request code.',
    passed: 1,
  });
  expect(evaluateRecipe(elevated, [old('call_back'), old('in_person')], false).missing).toMatch(
    / Too old to count, make them again: a call back and a meeting in person\.$/,
  );
  expect(evaluateRecipe(standard, [old('existing_code')], false).met).toBe(false);
});

test('S-101 what is too old is said only where it is missed, and is made again', () => {
  const old = { ...made('call_back'), tooOld: true };
  expect(evaluateRecipe(standard, [old, made('in_person')], false).missing).toBeNull();
  expect(evaluateRecipe(standard, [old, made('call_back')], false).met).toBe(true);
  // An older fail doesn't come back by it, nor does an older pass.
  expect(
    evaluateRecipe(standard, [made('call_back'), { ...made('call_back'), tooOld: true }], false).met,
  ).toBe(false);
});

test('what is missing is kept as codes: which step, how many more, of which kinds', () => {
  const old = { ...made('in_person'), tooOld: true };
  expect(evaluate(elevated, [made('call_back'), old], true).missing).toEqual({
    steps: [
      { step: 'request_code', kinds: ['request_code'], left: 1 },
      { step: 'checks', kinds: elevated.recipe.kinds.filter((kind) => kind !== 'call_back'), left: 1 },
      { step: 'strong', kinds: ['in_person', 'photo_id_video', 'manager_confirmation'], left: 1 },
    ],
    tooOld: ['in_person'],
  });
});

test('S-42: evidence leans on the contacts on record where nothing else meets the recipe', () => {
  expect(leansOnContacts(standard, [made('call_back')], false)).toBe(true);
  expect(leansOnContacts(standard, [made('manager_confirmation')], false)).toBe(true);
  expect(leansOnContacts(standard, [made('in_person')], false)).toBe(false);
  expect(leansOnContacts(standard, [made('call_back'), made('in_person')], false)).toBe(false);
  // What is not met leans on nothing.
  expect(leansOnContacts(standard, [], false)).toBe(false);
  expect(leansOnContacts(standard, [made('call_back')], true)).toBe(false);
  expect(leansOnContacts(standard, [made('call_back'), made('request_code')], true)).toBe(true);
  expect(leansOnContacts(elevated, [made('call_back'), made('in_person')], false)).toBe(true);
  const without = [made('call_back'), made('in_person'), made('photo_id_video')];
  expect(leansOnContacts(elevated, without, false)).toBe(false);
});
