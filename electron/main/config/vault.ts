import { safeStorage } from 'electron';

/** What `safeStorage` is used for here; the same shape as a test's. */
export interface Vault {
  available(): boolean;
  seal(text: string): Buffer;
  open(sealed: Buffer): string;
}

/** The system's keychain, by Electron's safeStorage; its synchronous half, for a token is read in the middle of a call. */
export function systemVault(platform: NodeJS.Platform): Vault {
  return {
    // SECURITY: without a keyring Linux "encrypts" with a password that is in Chromium's source; that is no seal (S-72).
    available: () =>
      safeStorage.isEncryptionAvailable() &&
      (platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(sealed),
  };
}
