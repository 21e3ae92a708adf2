import { describe, expect, it } from 'vitest';
import { withinApp } from '../../renderer/features/signIn/useEnter.ts';

describe('where signing in leads', () => {
  it('goes back to the page that asked for it', () => {
    expect(withinApp('/reset-requests/018f?tab=notes')).toBe('/reset-requests/018f?tab=notes');
  });

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'users',
  ])('refuses to be an open redirect: %s', (next) => {
    expect(withinApp(next)).toBe('/');
  });
});
