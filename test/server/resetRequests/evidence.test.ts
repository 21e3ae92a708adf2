import { expect, test } from 'vitest';
import type { CheckKind, CheckOutcome } from '../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../server/context.ts';
import { DEFAULT_POLICY } from '../../../server/features/policy/defaults.ts';
import { checkRefusal, numberRefusal } from '../../../server/features/resetRequests/rules/checks.ts';
import type { EvidenceFacts, NumberFacts } from '../../../server/features/resetRequests/rules/checks.ts';
import { evaluateRecipe } from '../../../server/features/resetRequests/rules/recipe.ts';

const { standard, elevated } = DEFAULT_POLICY.tiers;
const NOW = Date.UTC(2027, 0, 11);

let moment = 0;
const made = (kind: CheckKind, outcome: CheckOutcome = 'pass', isVoid = false) => {
  moment += 1;
  return { kind, outcome, at: moment, void: isVoid };
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

const phone: NumberFacts = { kind: 'phone', value: '+442079460041', since: null, first: false };
const mobile: NumberFacts = { kind: 'mobile', value: '+447700900041', since: null, first: false };
const facts = (change: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  reason: 'broken',
  numbers: [phone, mobile],
  accountSince: NOW - 400 * DAY,
  hasRequestCode: true,
  requestCodeClosed: false,
  now: NOW,
  ...change,
});

test('S-32 which numbers may be called', () => {
  expect(numberRefusal(phone, facts())).toBeNull();
  expect(numberRefusal({ ...phone, since: NOW - 30 * DAY }, facts())).toBeNull();
  const changed = { ...phone, since: NOW - 30 * DAY + 1 };
  expect(numberRefusal(changed, facts())?.code).toBe('contact_changed_recently');
  expect(numberRefusal({ ...changed, first: true }, facts())?.code).toBe('contact_changed_recently');
  expect(numberRefusal({ ...changed, first: true }, facts({ accountSince: NOW - 60 * DAY + 1 }))).toBeNull();
  expect(numberRefusal({ ...changed, first: true }, facts({ accountSince: NOW - 60 * DAY }))?.code).toBe(
    'contact_changed_recently',
  );
  expect(numberRefusal(mobile, facts({ reason: 'lost_or_stolen' }))?.code).toBe('check_not_possible');
  const same = { ...phone, value: mobile.value };
  expect(numberRefusal(same, facts({ reason: 'lost_or_stolen', numbers: [same, mobile] }))?.code).toBe(
    'check_not_possible',
  );
});

test('how long ago a number changed is said in days', () => {
  const sentence = (days: number) => numberRefusal({ ...phone, since: NOW - days * DAY }, facts())?.sentence;
  expect(sentence(0.5)).toContain('changed less than a day ago');
  expect(sentence(1)).toContain('changed a day ago');
  expect(sentence(6)).toContain('changed 6 days ago');
});

test('S-32 S-37 which checks staff may record', () => {
  const code = (kind: CheckKind, change?: Partial<EvidenceFacts>) =>
    checkRefusal(kind, facts(change))?.code ?? null;
  expect(code('request_code')).toBeNull();
  expect(code('request_code', { hasRequestCode: false })).toBe('check_not_possible');
  expect(code('request_code', { requestCodeClosed: true })).toBe('request_code_closed');
  expect(code('existing_code')).toBe('check_not_possible');
  expect(code('manager_confirmation')).toBe('check_not_possible');
  expect(code('photo_id_video')).toBeNull();
  expect(code('in_person')).toBeNull();
  expect(code('call_back')).toBeNull();
  expect(code('call_back', { numbers: [] })).toBe('check_not_possible');
  expect(code('call_back', { reason: 'lost_or_stolen', numbers: [mobile] })).toBe('check_not_possible');
  const changed = { ...phone, since: NOW };
  expect(code('call_back', { reason: 'lost_or_stolen', numbers: [mobile, changed] })).toBe(
    'contact_changed_recently',
  );
  expect(checkRefusal('call_back', facts({ numbers: [mobile] }), 'phone')?.code).toBe('check_not_possible');
});
