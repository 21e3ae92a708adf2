import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/**
 * The token of a link, from a mail or as an empty server printed it: after the #, which no server log sees (S-64). A link
 * that is pasted into a tab with this very page changes no more than what is after the #, so that it is watched.
 *
 * @param hide takes it out of the address bar and the history, before anyone looks over a shoulder
 */
export function useLinkToken({ hide }: { hide: boolean }): string {
  const { hash } = useLocation();
  const [token, setToken] = useState(hash.slice(1));
  if (hash.length > 1 && hash.slice(1) !== token) setToken(hash.slice(1));
  useEffect(() => {
    if (hide && hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [hide, hash]);
  return token;
}
