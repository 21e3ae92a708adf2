import { useEffect } from 'react';
import { TOAST_STRIP } from './toastStrip.ts';

/** While a bar stands at the foot, a field that Tab reaches isn't left under it (WCAG 2.2, Focus Not Obscured). */
export function useFootPadding(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    document.documentElement.style.scrollPaddingBottom = `calc(96px + ${TOAST_STRIP})`;
    return () => {
      document.documentElement.style.scrollPaddingBottom = '';
    };
  }, [isThere]);
}
