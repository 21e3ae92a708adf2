import { useState, type KeyboardEvent } from 'react';

interface Acts {
  onOpen: (index: number) => void;
  onToggle?: ((index: number) => void) | undefined;
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  j: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  k: (index) => index - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** One tab stop for a whole list of rows; keys go from row to row. Gives each row its props. */
export function useRowKeys(keys: readonly string[], { onOpen, onToggle }: Acts) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const active = Math.max(0, activeKey === null ? 0 : keys.indexOf(activeKey));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) {
      const siblings = event.currentTarget.parentElement?.children;
      const next = siblings?.[Math.min(keys.length - 1, Math.max(0, step(index, keys.length - 1)))];
      if (next instanceof HTMLElement) next.focus();
    } else if (event.key === 'Enter') onOpen(index);
    else if (onToggle && (event.key === ' ' || event.key === 'x')) onToggle(index);
    else return;
    event.preventDefault();
  };

  return (index: number) => ({
    tabIndex: index === active ? 0 : -1,
    onFocus: () => setActiveKey(keys[index] ?? null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, index),
  });
}
