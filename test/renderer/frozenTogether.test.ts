import { expect, it } from 'vitest';
import { frozenTogether } from '../../renderer/app/frame/frozenTogether.ts';

const ANA = { id: '01a1eb01-09e4-726b-b1ec-8962aeea6133', username: 'ana', name: 'Ana' };
const freezeOf = (name: 'resets' | 'setups' | 'passwords', since: string) => ({
  switch: name,
  by: ANA,
  since,
  reason: 'Five callers with one voice.',
  thawsAt: null,
});

it('one banner tells what one press froze, another what was frozen later', () => {
  const together = frozenTogether({
    switches: ['resets', 'setups', 'passwords'],
    freezes: [
      freezeOf('resets', '2026-11-29T09:00:00Z'),
      freezeOf('setups', '2026-11-29T09:30:00Z'),
      freezeOf('passwords', '2026-11-29T09:00:00Z'),
    ],
  });
  expect(together.map(({ names }) => names)).toEqual([['resets', 'passwords'], ['setups']]);
});

it('who isn’t told by whom sees one banner', () => {
  const together = frozenTogether({ switches: ['resets', 'setups'], freezes: null });
  expect(together).toEqual([{ names: ['resets', 'setups'], freeze: undefined }]);
});
