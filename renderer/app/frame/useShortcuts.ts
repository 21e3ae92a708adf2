import { useEffect, useEffectEvent } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null;

/** Keys that work everywhere: Ctrl or Cmd K searches, `/` goes to the page's search, `j` to its list, `?` shows them all. */
export function useShortcuts(openPalette: () => void, showKeys: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
      return;
    if (event.key === '?') {
      event.preventDefault();
      showKeys();
      return;
    }
    const selector =
      event.key === '/' ? 'main [data-search]' : event.key === 'j' ? 'main tbody tr[tabindex="0"]' : null;
    const target = selector && document.querySelector<HTMLElement>(selector);
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
