import { expect, it } from 'vitest';
import { repairsOf, type Report } from '../../renderer/features/users/import/reading.ts';

it('what was put right can be taken back also while another problem hides what it did', () => {
  const reading = { mapping: {}, leavesOut: ['role' as const], country: 'DE', whole: false };
  const hidden = { columns: [], groups: [] } as unknown as Report;
  const [roles, country] = repairsOf(reading, hidden, { columns: [], country: '' });
  expect(roles).toMatchObject({ what: 'left_out', field: 'role', count: 0, before: { leavesOut: [] } });
  expect(country).toMatchObject({ what: 'country', before: { country: '', leavesOut: ['role'] } });
});
