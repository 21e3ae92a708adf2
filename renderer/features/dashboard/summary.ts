import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { PEOPLE_COUNTS, PEOPLE_NEEDING } from '../../../contract/userStates.ts';
import { duration } from '../../ui/time.ts';
import { rich } from './words.ts';

/**
 * The state of things in one sentence, whose numbers open the lists behind them: *412 of 480 people have MFA; 9 are blocked;
 * 3 requests wait, the oldest for 41 minutes.*
 *
 * @param now milliseconds
 * @param linked what a number is wrapped in, for the list behind it
 */
export function summaryOf(
  { users, needing, queue }: OutputOf<'dashboard.get'>,
  now: number,
  linked: (href: string) => (inner: ReactNode) => ReactNode,
): ReactNode {
  return rich('summary', {
    withMfa: users.withMfa,
    total: users.total,
    blocked: needing.blocked,
    waiting: queue.open,
    age: queue.oldestAt ? duration(now - Date.parse(queue.oldestAt)) : '',
    people: linked(paths.users(PEOPLE_COUNTS.withMfa)),
    stuck: linked(paths.users(PEOPLE_NEEDING.blocked)),
    queue: linked(paths.resetRequests()),
  });
}
