import type { DesktopProfile } from '../../../contract/ipc.ts';

/** A profile as it is kept; what the page is shown of it is a `DesktopProfile`. */
export interface Profile {
  id: string;
  kind: DesktopProfile['kind'];
  name: string;
  /** Origin, of a `server` only. */
  address?: string;
  ca?: string;
  pin?: string;
}

export const LOCAL: Profile = { id: 'local', kind: 'local', name: 'On this computer' };
export const SAMPLE: Profile = { id: 'sample', kind: 'sample', name: 'Sample organisation' };

/** The list with one more profile, or with it in the place of the one that had its id or its address. */
export function withProfile(profiles: readonly Profile[], added: Profile): Profile[] {
  const same = (other: Profile) =>
    other.id === added.id || (added.address !== undefined && other.address === added.address);
  return [...profiles.filter((other) => !same(other)), added];
}

/** SECURITY: the page is told a host to recognise, never an address to call (S-72). */
export function shownProfile({ id, kind, name, address }: Profile): DesktopProfile {
  return { id, kind, name, host: address === undefined ? null : new URL(address).host };
}
