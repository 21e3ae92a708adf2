import { describe, expect, it } from 'vitest';
import { textFault, withMarks } from '../../contract/text.ts';
import type { TextFormat } from '../../contract/text.ts';
import { inEnglish } from '../../server/words.ts';

/** What it holds, in English. */
const holds = (text: string, format: TextFormat) => {
  const fault = textFault(text, format);
  return fault && inEnglish(fault);
};
const invisible = (after: string) => `an invisible character after “${after}”`;

describe('S-107: what nobody sees in a text is named with its place', () => {
  it.each([
    ['zoe\u200b@fjord.example', invisible('zoe')],
    ['Bea\u200b Admin', invisible('Bea')],
    ['\u200b\u200b', 'an invisible character at its beginning'],
    ['\u3164', 'an invisible character at its beginning'],
    ['\u2800', 'an invisible character at its beginning'],
    ['Alice \u202enimdA', 'a character that turns the direction of writing after “Alice”'],
    ['Alice\u200f', 'a character that turns the direction of writing after “Alice”'],
    ['so\u00adft', invisible('so')],
    ['bell\u0007', invisible('bell')],
    ['next\u0085line', invisible('next')],
    ['a\ufeffb', invisible('a')],
    ['a\u2028b', invisible('a')],
    ['a\u{e0041}', invisible('a')],
    ['Somebody with a rather long name\u2060', invisible('h a rather long name')],
  ])('%j', (text, fault) => {
    expect(holds(text, 'text')).toBe(fault);
    expect(holds(text, 'address')).toBe(fault);
  });

  it.each([
    ['a joiner between Latin letters', 'Bea\u200dAdmin'],
    ['a non-joiner between Latin letters', 'Bea\u200cAdmin'],
    ['a non-joiner after a letter that joins nothing, where it changes nothing', 'مهر\u200cداد'],
    ['two non-joiners', 'علی\u200c\u200cرضا'],
    ['a joiner after an emoji that joins nothing', '👍\u200dBea'],
    ['a variation selector after a letter', 'Bea\ufe0f'],
    ['a variation selector after a digit', '1\ufe0f'],
    ['letters hidden in an emoji', '👍\u{e0041}\u{e0042}'],
    ['letters hidden in a flag', '🏴\u{e0041}\u{e0042}\u{e007f}'],
  ])('a joiner that nothing needs is one: %s', (_what, text) => {
    expect(holds(text, 'text')).toMatch(/^an invisible character/);
  });
});

describe('S-107: what scripts and emoji need stays', () => {
  it.each([
    'Zoë Ångström',
    'محمد عبد الله',
    'שָׁלוֹם כהן',
    'علی\u200cرضا',
    'می\u200cخواهم',
    'श्री क्\u200dष',
    'র\u200d্যাব',
    'ශ්\u200dරී',
    '葛\u{e0100}城',
    '\u1820\u180e\u1820',
    '👨‍👩‍👧‍👦 Park',
    '👩🏽‍⚕️',
    '🏳️‍🌈',
    '❤️ ❤︎ ©️',
    '1️⃣ #️⃣',
    '🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇳🇴',
    'two\r\nlines\tand a tab',
  ])('%s', (text) => {
    expect(holds(text, 'text')).toBeNull();
    expect(withMarks(text)).toBe(text);
  });

  it('but not in an address', () => {
    expect(holds('علی\u200cرضا@example.org', 'address')).toBe(invisible('علی'));
    expect(holds('👨‍👩‍👧@example.org', 'address')).toBe(invisible('👨'));
  });
});

it('words of others are shown with their marks', () => {
  expect(withMarks('554 \u202eno\u200b')).toBe('554 [U+202E]no[U+200B]');
});
