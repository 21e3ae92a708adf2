import type { Random } from '../../support/random.ts';
import { pick } from '../../support/random.ts';

/** Texts that databases, JSON, dates, look-ups and people's eyes disagree about. */
const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'line\nbreak\tand\rmore',
  '\u0007\u001b[31m',
  '\u007f\u0085',
  '\ud800',
  'half \udc00 a pair',
  '\uffff\ufffe',
  '\u202egnp.exe',
  '\u2066isolated\u2069',
  'שלום עולם',
  'علی\u200cرضا',
  'क्\u200dष',
  'zero\u200bwidth',
  '\ufeffmarked',
  '\u2028',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'İSTANBUL ẞ ﬁ',
  'e\u0301'.repeat(30),
  '１２３４５６',
  '٣٤٥٦٧٨',
  '𝟙𝟚𝟛𝟜𝟝𝟞',
  "'; drop table users; --",
  '" or ""="',
  '%',
  '%_\\%',
  '\\',
  '../../../etc/passwd',
  '=cmd|calc',
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  'NaN',
  '-0',
  '1e309',
  '0x1f',
  '99999999999999999999',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-02-30T00:00:00Z',
  '2026-13-45T99:99:99Z',
  '2026-11-24T24:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '00000000-0000-7000-8000-000000000000',
  'ffffffff-ffff-7fff-bfff-ffffffffffff',
  'FFFFFFFF-FFFF-7FFF-BFFF-FFFFFFFFFFFF',
  'https://127.0.0.1:1/[',
  'https://[::1',
  'http://a:99999',
  'https://user:pass@127.0.0.1:1/',
  'https://xn--/',
  'javascript:alert(1)',
  'a@b',
  '"quoted"@example.org',
  '+1',
  '+999999999999999',
  'Etc/Nowhere',
  'UTC',
  'x'.repeat(101),
  'x'.repeat(257),
  'ж'.repeat(2001),
  '😀'.repeat(500),
  'x'.repeat(10_000),
];

const ODD_NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.5,
  1e-7,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 - 1,
  2 ** 53 + 2,
  2 ** 63,
  -(2 ** 63),
  1e21,
  1.797e308,
];

const ODD_OTHERS = [null, true, false, [], {}, [[]], [null], { a: 1 }, [1, 'x', {}], { length: -1 }];

export const oddText = (random: Random): string => pick(random, ODD_TEXTS) ?? '';
export const oddNumber = (random: Random): number => pick(random, ODD_NUMBERS) ?? 0;

/** Something else than was asked for, as likely of another type as odd. */
export function oddValue(random: Random): unknown {
  const kind = random(4);
  if (kind < 2) return oddText(random);
  return kind === 2 ? oddNumber(random) : structuredClone(pick(random, ODD_OTHERS));
}
