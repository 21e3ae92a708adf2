/**
 * What stands in most cells of a DataTable: plain elements whose looks are the table's (`tableStyles.ts`). MUI's would work out the
 * same few rules again for each of some hundred cells.
 */
import type { ReactNode } from 'react';
import type { Tone } from './StatusChip.tsx';
import { dueDay, dueTime, shortDay, shortTime } from './time.ts';
import { useNow } from './useNow.ts';

/** What counts less than its neighbours, or is missing. */
export const Muted = ({ children }: { children: ReactNode }) => <span data-muted>{children}</span>;

/** Whom or what the row is. */
export const Strong = ({ children }: { children: ReactNode }) => <span data-strong>{children}</span>;

/** Under the link's text on windows too narrow for a column of its own. */
export const SecondLine = ({ until, children }: { until: 'md' | 'lg'; children: ReactNode }) => (
  <span data-second-line={until}>{children}</span>
);

/** A state in a row: icon and word, no box, so that fifty of them stay calm. */
export function IconWord({
  icon,
  tone = 'neutral',
  children,
}: {
  icon: string;
  tone?: Tone;
  children: string;
}) {
  return (
    <span data-icon-word>
      <svg viewBox="0 0 24 24" aria-hidden data-tone={tone}>
        <path d={icon} />
      </svg>
      {children}
    </span>
  );
}

interface MomentProps {
  at: string;
  dayOnly?: boolean;
  /** By then something has to be done, or ends: the weekday matters. */
  due?: boolean;
}

/** A moment as people say it; its table says it exactly under the pointer. */
export function Moment({ at, dayOnly, due }: MomentProps) {
  const [day, moment] = due ? [dueDay, dueTime] : [shortDay, shortTime];
  return (
    <time dateTime={at} data-exact>
      {(dayOnly ? day : moment)(at, useNow())}
    </time>
  );
}
