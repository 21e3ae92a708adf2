import type { SettingsStore } from './settings.ts';
import type { Vault } from './vault.ts';

/** Bearer tokens by profile: sealed on disk where there is a keychain, in memory alone where there is none (S-72). */
export interface Tokens {
  get(profileId: string): string | undefined;
  set(profileId: string, token: string): void;
  clear(profileId: string): void;
}

export function createTokens(settings: Pick<SettingsStore, 'get' | 'set'>, vault: Vault): Tokens {
  const inMemory = new Map<string, string>();

  function forgetSealed(profileId: string) {
    const { [profileId]: gone, ...rest } = settings.get('sealedTokens');
    if (gone !== undefined) settings.set('sealedTokens', rest);
  }

  function unseal(profileId: string): string | undefined {
    const sealed = settings.get('sealedTokens')[profileId];
    if (sealed === undefined || !vault.available()) return undefined;
    try {
      return vault.open(Buffer.from(sealed, 'base64'));
    } catch {
      // Sealed by another keychain: worthless, and signing in again makes a new one.
      forgetSealed(profileId);
      return undefined;
    }
  }

  return {
    get(profileId) {
      const token = inMemory.get(profileId) ?? unseal(profileId);
      if (token !== undefined) inMemory.set(profileId, token);
      return token;
    },
    set(profileId, token) {
      inMemory.set(profileId, token);
      if (!vault.available()) return forgetSealed(profileId);
      const sealed = vault.seal(token).toString('base64');
      settings.set('sealedTokens', { ...settings.get('sealedTokens'), [profileId]: sealed });
    },
    clear(profileId) {
      inMemory.delete(profileId);
      forgetSealed(profileId);
    },
  };
}
