import { useCallback, useState, type MouseEvent } from 'react';

/**
 * What a button opens beside itself. Nothing of it need be there before it is first opened (`wasOpened`), and from then on it is, so
 * that it closes as it should.
 */
export function useOpened() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [wasOpened, setWasOpened] = useState(false);
  const open = useCallback(({ currentTarget }: MouseEvent<HTMLElement>) => {
    setAnchor(currentTarget);
    setWasOpened(true);
  }, []);
  const close = useCallback(() => setAnchor(null), []);
  return { anchor, isOpen: anchor !== null, wasOpened, open, close };
}
