import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/**
 * The token of a link, from a mail or as an empty server printed it: after the #, which no server log sees (S-64). A link
 * that is pasted into a tab with this very page changes no more than what is after the #, so that it is watched.
 *
 * @param hide takes it out of the address bar, before anyone looks over a shoulder. The tab keeps it beside the address, so that
 *   a reload goes on.
 */
export function useLinkToken({ hide }: { hide: boolean }): string {
  const { hash } = useLocation();
  const [token, setToken] = useState(() => hash.slice(1) || keptToken());
  if (hash.length > 1 && hash.slice(1) !== token) setToken(hash.slice(1));
  useEffect(() => {
    if (!hide || hash === '') return;
    const state = { ...Object(window.history.state), linkToken: hash.slice(1) } as object;
    window.history.replaceState(state, '', window.location.pathname);
  }, [hide, hash]);
  return token;
}

function keptToken(): string {
  const kept: unknown = Object(window.history.state)['linkToken'];
  return typeof kept === 'string' ? kept : '';
}
