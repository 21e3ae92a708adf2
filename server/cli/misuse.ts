import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';

const MISUSES: readonly [RegExp, (...found: string[]) => Sentence][] = [
  [/^error: missing required argument ('.*')$/, (name = '') => sentence('options', 'noArgument', { name })],
  [/^error: option ('.*') argument missing$/, (option = '') => sentence('options', 'noValue', { option })],
  [
    /^error: required option ('.*') not specified$/,
    (option = '') => sentence('options', 'noOption', { option }),
  ],
  [/^error: unknown option ('.*')$/, (option = '') => sentence('options', 'unknownOption', { option })],
  [
    /^error: too many arguments for ('.*')\. Expected (\d+) arguments? but got \d+: (.*)\.$/,
    (command = '', count = '', given = '') =>
      sentence('options', 'tooMany', {
        command,
        expected: Number(count),
        received: given.split(', ').length,
        given,
      }),
  ],
  [/^\(Did you mean one of (.*)\?\)$/, (likely = '') => sentence('options', 'oneOfThese', { likely })],
  [/^\(Did you mean (.*)\?\)$/, (likely = '') => sentence('options', 'likely', { likely })],
];

/** What commander says of a command line that is wrong, as sentences that there are in every language; else as it is. */
export function misuse(text: string): (Sentence | string)[] {
  return text.split('\n').map((line) => {
    for (const [pattern, told] of MISUSES) {
      const found = pattern.exec(line);
      if (found) return told(...found.slice(1));
    }
    return line;
  });
}
