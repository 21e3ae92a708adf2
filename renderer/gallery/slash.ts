/** What the window of a story tells the one around it: somebody wants to search. */
export const SEARCH = 'gatehouse.gallery.search';

/** Hears `/` where nobody is typing. Answers how to stop. */
export function onSlash(find: () => void): () => void {
  const hear = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    find();
  };
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}
