import type { CheckKind } from '../../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../time.ts';

/** Checks as a sentence names them. */
export const CHECK_WORDS: Record<CheckKind, string> = {
  request_code: 'the request code',
  call_back: 'a call back',
  manager_confirmation: 'the manager’s confirmation',
  photo_id_video: 'a photo ID by video',
  in_person: 'a meeting in person',
  existing_code: 'a code from the existing app',
};

/** `a, b or c`. */
export function orList(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four'];
export const numberWord = (count: number): string => NUMBERS[count] ?? String(count);

/** How long ago, in whole days. */
export function daysAgo(at: number, now: number): string {
  const days = Math.floor((now - at) / DAY);
  if (days < 1) return 'less than a day ago';
  return days === 1 ? 'a day ago' : `${days} days ago`;
}
