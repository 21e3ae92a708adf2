import { useEffect } from 'react';

/** While a bar stands at the foot, a field that Tab reaches isn't left under it (WCAG 2.2, Focus Not Obscured). */
export function useFootPadding(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    document.documentElement.style.scrollPaddingBottom = '96px';
    return () => {
      document.documentElement.style.scrollPaddingBottom = '';
    };
  }, [isThere]);
}
