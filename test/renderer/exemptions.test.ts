import { expect, test } from 'vitest';
import {
  byEnd,
  endWords,
  exemptionChanges,
  exemptionConsequence,
  exemptionProblems,
  whyMoot,
  whyNoOwner,
} from '../../renderer/features/policy/exemptions/exemptionWords.ts';
import { DEFAULT_POLICY } from '../../server/domain/policy/defaults.ts';

const NOW = Date.UTC(2027, 2, 1, 12);
const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(NOW + days * DAY).toISOString();
const exemption = (userId: string, days: number) => ({
  userId,
  reason: 'No phone in the clean room.',
  ownerId: 'omar',
  endsAt: inDays(days),
});
const person = (id: string) => ({ id, username: id, name: id === 'jo' ? 'Jo Park' : 'Omar Reyes' });

test('an end that is near or past is marked, the soonest comes first and what is over last', () => {
  const all = [exemption('far', 80), exemption('over', -1), exemption('soon', 12), exemption('today', 0.2)];
  expect(all.toSorted(byEnd(NOW)).map((each) => [each.userId, endWords(each, NOW)?.label])).toEqual([
    ['today', 'Ends in 5 hours'],
    ['soon', 'Ends in 12 days'],
    ['far', undefined],
    ['over', 'Over'],
  ]);
});

test('what follows from them counts those that are not over, and says what comes after', () => {
  const words = (exemptions: typeof DEFAULT_POLICY.exemptions, graceDays: number) =>
    exemptionConsequence(
      {
        ...DEFAULT_POLICY,
        required: { scope: 'everyone', roles: [], departments: [] },
        graceDays,
        exemptions,
      },
      NOW,
    );
  expect(words([exemption('over', -1)], 14)).toBeUndefined();
  expect(words([exemption('jo', 3), exemption('over', -1)], 14)).toMatch(
    /^The rule doesn’t ask 1 person until .* then they have a grace of their own/,
  );
  expect(words([exemption('jo', 3), exemption('bo', 3)], 0)).toMatch(
    /2 people .* the next sign-in leads into setup/,
  );
  expect(exemptionConsequence({ ...DEFAULT_POLICY, exemptions: [exemption('jo', 3)] }, NOW)).toBe(
    '1 person will be left out once MFA is required of someone.',
  );
});

test('who counts for nothing, and who can’t answer, is told with the reason', () => {
  const jo = {
    name: 'Jo Park',
    roles: ['user' as const],
    status: 'active' as const,
    external: false,
  };
  const staff = { ...jo, roles: ['user' as const, 'help_desk' as const] };
  expect([whyMoot(jo), whyNoOwner(staff)]).toEqual([null, null]);
  expect(whyMoot(staff)).toMatch(/^Jo Park is staff, and/);
  expect(whyMoot({ ...jo, status: 'suspended' })).toMatch(/^Jo Park is suspended/);
  expect(whyMoot({ ...jo, external: true })).toMatch(/^Jo Park signs in by SSO only/);
  expect(whyNoOwner(jo)).toMatch(/^Jo Park is not staff/);
  expect(whyNoOwner({ ...staff, status: 'suspended' })).toMatch(/^Jo Park is suspended/);
});

test('each field of a new exemption says what it lacks', () => {
  const typed = { person: person('jo'), reason: 'Why.', owner: person('omar'), endsAt: inDays(30) };
  const wrong = (part: Partial<Parameters<typeof exemptionProblems>[0]>, exempt = [exemption('bo', 3)]) =>
    exemptionProblems({ ...typed, ...part }, { exempt, was: null, now: NOW });
  expect(wrong({})).toEqual({});
  expect(Object.keys(wrong({ person: null, reason: ' ', owner: null, endsAt: '' }))).toEqual([
    'person',
    'reason',
    'owner',
    'endsAt',
  ]);
  expect(wrong({}, [exemption('jo', 3)]).person).toMatch(/^Jo Park is exempt already/);
  expect(wrong({ endsAt: inDays(0) }).endsAt).toMatch(/still to come/);
  expect(wrong({ endsAt: inDays(366) }).endsAt).toMatch(/within a year/);
});

test('of one that is over, the rest can be changed without its end', () => {
  const was = exemption('jo', -1);
  const typed = { person: person('jo'), reason: 'Was abroad.', owner: person('omar'), endsAt: was.endsAt };
  expect(exemptionProblems(typed, { exempt: [was], was, now: NOW })).toEqual({});
});

test('two lists differ by what was added, removed and changed', () => {
  const [jo, bo, cy] = [exemption('jo', 3), exemption('bo', 3), exemption('cy', 3)];
  const longer = { ...bo, endsAt: inDays(9) };
  expect(exemptionChanges([jo, bo], [longer, cy])).toEqual([
    { what: 'isNow', exemption: longer },
    { what: 'added', exemption: cy },
    { what: 'removed', exemption: jo },
  ]);
  expect(exemptionChanges([jo, bo], [bo, jo])).toEqual([]);
});
