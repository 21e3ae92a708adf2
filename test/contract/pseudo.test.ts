import { describe, expect, it } from 'vitest';
import { readLong } from '../../contract/words/pseudo.ts';
import { sayFrom } from '../../contract/words/say.ts';

describe('English made long', () => {
  const t = sayFrom(
    'en-GB',
    {
      cancel: 'Cancel',
      waits: '{count, plural, one {# request waits} other {# requests wait}} for <b>{name}</b>',
    } as const,
    readLong,
  );

  it('stands in brackets, with accents, and is longer', () => {
    expect(t('cancel')).toBe('[Çááñçéél]');
  });

  it('leaves values, numbers and elements as they are', () => {
    expect(t('waits', { count: 2, name: 'Ada' })).toBe('[2 rééqúúééštš wááíít fóór <b>Ada</b>]');
  });
});
