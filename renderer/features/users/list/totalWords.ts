import { counted } from '../../../ui/time.ts';

/** `480 people`, or `more than 10,000 people` where the server stopped counting. */
export function totalWords({ count, exact }: { count: number; exact: boolean }): string {
  const words = counted(count, 'person', 'people');
  return exact ? words : `more than ${words}`;
}
