import { use } from 'react';
import type { Permission } from '../../contract/permissions.ts';
import { MeContext } from './context.ts';

/**
 * Who is signed in, what they may do, and the state of their MFA. Handed down by the session gate and not read from the
 * cache: signing out empties the cache a moment before the pages are gone, and one of them may render in between.
 */
export function useMe() {
  const me = use(MeContext);
  if (!me) throw new Error('Nobody is signed in: render behind the session gate.');
  return me;
}

/** Whether the person may do it. The server decides; this only spares them a button that would be refused. */
export function useCan(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
