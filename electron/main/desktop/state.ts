import type { Appearance, DesktopState } from '../../../contract/ipc.ts';
import type { LocalServerState } from '../localServer/supervisor.ts';
import { shownProfile, type Profile } from './profiles.ts';

export interface StateSources {
  profiles: readonly Profile[];
  active: Profile | undefined;
  server: LocalServerState;
  appearance: Appearance;
  platform: string;
  version: string;
  /** Whether the system offers a keychain. */
  keychain: boolean;
}

/** What the page is shown of the desktop: no token, no address. */
export function describeState(sources: StateSources): DesktopState {
  const { profiles, active, server, appearance, platform, version } = sources;
  return {
    profiles: profiles.map(shownProfile),
    activeProfileId: active?.id ?? null,
    localServer: server.state === 'ready' ? { state: 'ready', message: null } : server,
    warnings: warnings(active, sources.keychain),
    appearance,
    platform,
    version,
  };
}

function warnings(active: Profile | undefined, keychain: boolean): string[] {
  if (keychain || !active) return [];
  if (active.kind === 'server') {
    return ['This computer offers no keychain, so you stay signed in only until Gatehouse is closed.'];
  }
  return [
    'This computer offers no keychain: the key that protects authenticators lies in a file that only your account can read. Set up a keyring, or keep the disk encrypted.',
  ];
}
