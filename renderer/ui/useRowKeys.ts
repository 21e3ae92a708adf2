import { useState, type FocusEvent, type KeyboardEvent } from 'react';

interface Acts {
  onToggle?: ((index: number, isRange: boolean) => void) | undefined;
}

/** What makes a row of the list one that keys go to. */
export interface RowProps {
  tabIndex: number;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  j: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  k: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
};

const linkOf = (row: HTMLElement) => row.querySelector<HTMLAnchorElement>('[data-link] > a');

/**
 * One tab stop for a whole list of rows; keys go from row to row. Enter follows the row's link, with Ctrl or Cmd into another
 * tab. Gives each row its props.
 */
export function useRowKeys(keys: readonly string[], { onToggle }: Acts) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const active = Math.max(0, activeKey === null ? 0 : keys.indexOf(activeKey));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const { target, currentTarget, key } = event;
    const link = linkOf(currentTarget);
    if (target !== currentTarget || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'Enter' || !link) return;
      window.open(link.href, '_blank', 'noopener');
      event.preventDefault();
      return;
    }
    const step = STEPS[key];
    if (step) {
      const siblings = currentTarget.parentElement?.children;
      const next = siblings?.[Math.min(keys.length - 1, Math.max(0, step(index, keys.length - 1)))];
      if (next instanceof HTMLElement) next.focus();
    } else if (key === 'Enter') link?.click();
    else if (onToggle && (key === ' ' || key.toLowerCase() === 'x')) onToggle(index, event.shiftKey);
    else return;
    event.preventDefault();
  };

  return (index: number): RowProps => ({
    tabIndex: index === active ? 0 : -1,
    onFocus: ({ target, currentTarget }) => {
      setActiveKey(keys[index] ?? null);
      // A click leaves the focus in the link: keys go on from the row.
      if (target === linkOf(currentTarget)) currentTarget.focus({ preventScroll: true });
    },
    onKeyDown: (event) => onKeyDown(event, index),
  });
}
