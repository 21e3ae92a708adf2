/**
 * The gallery's search takes the focus at `/`, where nobody is typing: in the window of a story, too, and at once, so that the
 * next key is the first that is searched for. Answers how to stop.
 */
export function searchOnSlash(): () => void {
  const hear = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    window.parent.document.querySelector<HTMLElement>('[data-search]')?.focus();
  };
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}
