import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { duration } from '../../ui/time.ts';

type Dashboard = OutputOf<'dashboard.get'>;

export interface Part {
  text: string;
  /** The list behind the number. */
  href?: string;
}

/**
 * The state of things in one sentence: *412 of 480 people have MFA; 9 are blocked; 3 requests wait, the oldest for 41 minutes.*
 *
 * @param now milliseconds
 */
export function summaryOf({ users, queue }: Dashboard, now: number): Part[] {
  const figure = (count: number) => count.toLocaleString('en-GB');
  const blocked: Part[] =
    users.blocked === 0
      ? [{ text: 'nobody is blocked' }]
      : [
          { text: figure(users.blocked), href: paths.users({ state: 'blocked' }) },
          { text: users.blocked === 1 ? ' is blocked' : ' are blocked' },
        ];
  const age = queue.oldestAt ? duration(now - Date.parse(queue.oldestAt)) : null;
  const waiting: Part[] =
    queue.open === 0
      ? [{ text: 'no reset request waits.' }]
      : [
          {
            text: `${figure(queue.open)} reset ${queue.open === 1 ? 'request' : 'requests'}`,
            href: paths.resetRequests(),
          },
          {
            text:
              queue.open === 1
                ? ` waits${age ? `, for ${age}` : ''}.`
                : ` wait${age ? `, the oldest for ${age}` : ''}.`,
          },
        ];
  return [
    { text: `${figure(users.withMfa)} of ${figure(users.total)}`, href: paths.users({ state: 'with_mfa' }) },
    { text: `${users.total === 1 ? ' person has' : ' people have'} MFA; ` },
    ...blocked,
    { text: '; ' },
    ...waiting,
  ];
}
