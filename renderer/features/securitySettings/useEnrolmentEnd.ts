import { useEffect, useState } from 'react';

/** True from the moment that a pending enrolment expires. */
export function useEnrolmentEnd(expiresAt: string): boolean {
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setEnded(true), Math.max(0, Date.parse(expiresAt) - Date.now()));
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return hasEnded;
}
