import type { DesktopProfile } from '../../../contract/ipc.ts';
import type { Words } from '../words.ts';

/** A profile as it is kept, those on this computer without a name; what the page is shown of it is a `DesktopProfile`. */
export interface Profile {
  id: string;
  kind: DesktopProfile['kind'];
  name: string;
  /** Origin, of a `server` only. */
  address?: string;
  ca?: string;
  pin?: string;
}

export const LOCAL: Profile = { id: 'local', kind: 'local', name: '' };
export const SAMPLE: Profile = { id: 'sample', kind: 'sample', name: '' };

/** The list with one more profile, or with it in the place of the one that had its id or its address. */
export function withProfile(profiles: readonly Profile[], added: Profile): Profile[] {
  const same = (other: Profile) =>
    other.id === added.id || (added.address !== undefined && other.address === added.address);
  return [...profiles.filter((other) => !same(other)), added];
}

/** How a person is told of it: those on this computer are named in the language that is read. */
export function nameOf({ kind, name }: Profile, say: Words['say']): string {
  if (kind === 'server') return name;
  return say(kind === 'local' ? 'onThisComputer' : 'sampleOrganisation');
}

/** SECURITY: the page is told a host to recognise, never an address to call (S-72). */
export function shownProfile(profile: Profile, say: Words['say']): DesktopProfile {
  const { id, kind, address } = profile;
  return { id, kind, name: nameOf(profile, say), host: address === undefined ? null : new URL(address).host };
}
