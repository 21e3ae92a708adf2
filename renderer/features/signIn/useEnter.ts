import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { paths } from '../../../contract/paths.ts';

/** Goes on to where the person wanted to go, with a session now. */
export function useEnter(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useCallback(() => {
    client.clear();
    void navigate(withinApp(search.get('next')), { replace: true });
  }, [client, navigate, search]);
}

/** SECURITY: `next` comes from the address bar; anything but a path of this app would be an open redirect (CWE-601). */
export function withinApp(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : paths.start();
}
