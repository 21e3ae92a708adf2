import { expect, test } from 'vitest';
import { inEnglish } from '../../../../server/words.ts';
import { DAY } from '../../../../server/time.ts';
import { managerRefusal } from '../../../../server/features/resetRequests/rules/manager.ts';
import type { ManagerFacts } from '../../../../server/features/resetRequests/rules/manager.ts';

const NOW = Date.UTC(2027, 0, 11);
const mia: ManagerFacts = {
  id: 'mia',
  name: 'Mia',
  changedAt: null,
  active: true,
  mfaOn: true,
  emailChangedAt: null,
  passwordMailedAt: null,
};
function refusal(manager: ManagerFacts | null) {
  const refused = managerRefusal(manager, { userId: 'jo', now: NOW });
  return refused && { ...refused, sentence: inEnglish(refused.sentence) };
}

test('a manager who has long been it, works here and has MFA can be asked', () => {
  expect(refusal(mia)).toBeNull();
  expect(refusal({ ...mia, changedAt: NOW - 30 * DAY })).toBeNull();
  expect(refusal({ ...mia, emailChangedAt: NOW - 30 * DAY })).toBeNull();
  expect(refusal({ ...mia, passwordMailedAt: NOW - 30 * DAY })).toBeNull();
});

test.each<[string, ManagerFacts | null, string, string]>([
  ['nobody is on record', null, 'check_not_possible', 'No manager is on record.'],
  ['it is the user', { ...mia, id: 'jo' }, 'check_not_possible', 'No manager is on record.'],
  [
    'it changed within 30 days',
    { ...mia, changedAt: NOW - 30 * DAY + 1 },
    'contact_changed_recently',
    'The manager changed 29 days ago, so their word proves nothing yet.',
  ],
  ['they are suspended', { ...mia, active: false }, 'check_not_possible', 'Mia, the manager, is suspended.'],
  [
    'they have no MFA',
    { ...mia, mfaOn: false },
    'check_not_possible',
    'Mia, the manager, has no MFA to confirm with.',
  ],
  [
    'their e-mail address changed within 30 days',
    { ...mia, emailChangedAt: NOW - 30 * DAY + 1 },
    'contact_changed_recently',
    'The e-mail address of Mia, the manager, changed 29 days ago, so their word proves nothing yet.',
  ],
  [
    'they set a password by a mailed link within 30 days',
    { ...mia, passwordMailedAt: NOW - 30 * DAY + 1 },
    'contact_changed_recently',
    'The password of Mia, the manager, was set by a mailed link 29 days ago, so their word proves nothing yet.',
  ],
])('the manager can’t be asked where %s, and what to do instead is said', (_, manager, code, sentence) => {
  expect(refusal(manager)).toEqual({
    code,
    sentence: `${sentence} Ask for a photo ID by video, or meet in person.`,
  });
});
