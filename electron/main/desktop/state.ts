import type { Appearance, DesktopState } from '../../../contract/ipc.ts';
import type { LocalServerState } from '../localServer/supervisor.ts';
import { shownProfile, type Profile } from './profiles.ts';
import type { Words } from '../words.ts';

export interface StateSources {
  profiles: readonly Profile[];
  active: Profile | undefined;
  server: LocalServerState;
  appearance: Appearance;
  platform: string;
  version: string;
  /** Whether the system offers a keychain. */
  keychain: boolean;
  words: Pick<Words, 'say' | 'write'>;
}

/** What the page is shown of the desktop: no token, no address. */
export function describeState(sources: StateSources): DesktopState {
  const { profiles, active, server, appearance, platform, version, words } = sources;
  return {
    profiles: profiles.map((profile) => shownProfile(profile, words.say)),
    activeProfileId: active?.id ?? null,
    localServer: {
      state: server.state,
      message: 'message' in server && server.message !== null ? words.write(server.message) : null,
    },
    warnings: warnings(active, sources.keychain, words.say),
    appearance,
    platform,
    version,
  };
}

function warnings(active: Profile | undefined, keychain: boolean, say: Words['say']): string[] {
  if (keychain || !active) return [];
  return [say(active.kind === 'server' ? 'noKeychainSession' : 'noKeychainKey')];
}
