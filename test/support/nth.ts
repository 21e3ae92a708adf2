/**
 * `nth('user', 7)` is `user0007`: a name for each of many. None of them contains another, so that whoever looks for one by its
 * name, as people and searches do, finds that one alone.
 */
export const nth = (word: string, number: number): string => `${word}${String(number).padStart(4, '0')}`;
