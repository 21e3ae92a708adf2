import { useEffect, useState } from 'react';

/** True once something has been on screen for 150 ms: what is quicker needs no sign of loading, it would only flicker. */
export function useSlow(): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return isSlow;
}
