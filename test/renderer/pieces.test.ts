import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Address } from '../../renderer/ui/Address.tsx';

const html = (address: string) => renderToStaticMarkup(createElement(Address, null, address));

describe('an e-mail address', () => {
  it.each(['alejandro.osei@larkspur.example', 'nobody'])(
    '%s is one element in a row of others',
    (address) => {
      expect(html(address)).toMatch(/^<span>.*<\/span>$/);
    },
  );
  it('reads and copies as it is, and may break at its @ and at its dots', () => {
    const shown = html('alejandro.osei@larkspur.example');
    expect(shown.replace(/<style.*?<\/style>/g, '').replace(/<[^>]*>/g, '')).toBe(
      'alejandro.osei@larkspur.example',
    );
    expect(shown.match(/<wbr\/>/g)).toHaveLength(3);
  });
});
