import type { OutputOf } from '../../../../contract/operations.ts';
import { useRead } from '../../../data/useRead.ts';

export type NoticeGroup = OutputOf<'notices.list'>['groups'][number];
export type Notice = NoticeGroup['items'][number];

/** What waits for the signed-in person, and how much of it they haven't seen on any machine. */
export function useNotices() {
  const read = useRead('notices.list', {});
  const items = read.data?.groups.flatMap((group) => group.items) ?? [];
  // A request that was handed over may wait for them as well: one piece of news.
  const fresh = new Set(items.filter(({ isNew }) => isNew).map(({ id, key }) => id ?? key));
  return { read, items, newCount: fresh.size };
}
