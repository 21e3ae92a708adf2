/** What the main process and the server's utility process say to each other, over the child's own message port. */

/** Which of the two organisations on this computer. */
export type LocalKind = 'local' | 'sample';

export interface StartMessage {
  type: 'start';
  kind: LocalKind;
  dataDir: string;
  /** Good for setting up an empty server once; it never leaves the two processes. */
  setupToken: string;
  /** The keyring that seals TOTP secrets, as the text that main keeps in the keychain or a private file. */
  keyring: string;
}

export type ToChild = StartMessage | { type: 'stop' };

export type FromChild =
  { type: 'ready'; address: string } | { type: 'failed'; detail: string | null } | { type: 'stopped' };

/** Whether a message of the child is one of the three that it may send; anything else is dropped. */
export function isFromChild(value: unknown): value is FromChild {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'ready') return 'address' in value && typeof value.address === 'string';
  if (value.type === 'failed')
    return 'detail' in value && (value.detail === null || typeof value.detail === 'string');
  return value.type === 'stopped';
}
