/** How high the strip of a toast is while one stands, in CSS. */
export const TOAST_STRIP = 'var(--gh-toast-strip, 0px)';

/** While a toast stands the window ends above it: what sticks to the foot does there, and the end of a page can be scrolled into sight. */
export function reserveStrip(toast: HTMLElement | null): (() => void) | undefined {
  if (!toast) return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--gh-toast-strip', `${toast.offsetHeight}px`));
  observer.observe(toast);
  return () => {
    observer.disconnect();
    style.removeProperty('--gh-toast-strip');
  };
}
