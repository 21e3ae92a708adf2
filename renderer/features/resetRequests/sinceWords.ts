import { shortTime } from '../../ui/time.ts';

/** `since 10:02`: for what began a moment ago, so today goes without saying. */
export function sinceWords(at: string): string {
  return `since ${shortTime(at, Date.now()).replace(/^today /, '')}`;
}
