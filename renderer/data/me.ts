import type { Permission } from '../../contract/permissions.ts';
import { useRead } from './useRead.ts';

/** Who is signed in, what they may do, and the state of their MFA. Behind the session gate it is always there. */
export function useMe() {
  const { data } = useRead('me.get', {});
  if (!data) throw new Error('Nobody is signed in: render behind the session gate.');
  return data;
}

/** Whether the person may do it. The server decides; this only spares them a button that would be refused. */
export function useCan(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
