import { expect, it } from 'vitest';
import { repairsOf, type Report } from '../../renderer/features/users/import/reading.ts';

const reading = { mapping: {}, leavesOut: ['role' as const, 'phone' as const], country: 'DE', whole: false };
const first = { columns: [], country: '' };
const withGroups = (...groups: object[]) => ({ columns: [], groups }) as unknown as Report;
const noRole = { kind: 'not_a_role', field: 'role', imported: true, count: 4 };

it('what was put right of no row isn’t told, and what was of some can be taken back', () => {
  const [roles, country, ...others] = repairsOf(reading, withGroups(noRole), first);
  expect(roles).toMatchObject({
    what: 'left_out',
    field: 'role',
    count: 4,
    before: { leavesOut: ['phone'] },
  });
  expect(country).toMatchObject({ what: 'country', before: { country: '', leavesOut: ['role', 'phone'] } });
  expect(others).toEqual([]);
});

it('where another problem hides all of it, it isn’t told either', () => {
  const hidden = { ...noRole, kind: 'not_an_address', field: 'email', imported: false };
  expect(repairsOf(reading, withGroups(hidden), first)).toMatchObject([{ what: 'country' }]);
});
