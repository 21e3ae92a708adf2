import type { Appearance, DesktopInput, DesktopOperation, DesktopState } from '../../contract/ipc.ts';
import type { Result } from '../../contract/errors.ts';
import type { Sso } from './sso.ts';

/** What only the desktop has: server profiles, the server on this computer, warnings about the keychain. */
interface Desktop {
  state(): DesktopState;
  subscribe(listener: () => void): () => void;
  run<N extends DesktopOperation>(operation: N, input: DesktopInput<N>): Promise<Result<unknown>>;
}

/** What the shell tells: a deep link or tray entry leads somewhere, or the computer was locked. */
type ShellEvent =
  { type: 'navigate'; path: string } | { type: 'locked' } | { type: 'connection'; connected: boolean };

/** What differs between the web page and the desktop app, besides how the server is reached. */
export interface Shell {
  /** How it looked when it was opened; what was chosen since is kept by the theme. */
  appearance: Appearance;
  setAppearance(appearance: Appearance): void;
  /** Copies a secret; on the desktop it leaves the clipboard after 60 s (S-75). Rejects where it can't. */
  copySecret(text: string): Promise<void>;
  /** Requests that wait, on the app's icon; 0 takes it away. */
  setBadge(count: number): void;
  /** Keeps the window out of screen captures while a secret shows (S-75); nothing on the web. */
  protectContent(on: boolean): void;
  /** Opens a link outside, where an ordinary link cannot. */
  openExternal?: (url: string) => void;
  subscribe(listener: (event: ShellEvent) => void): () => void;
  sso: Sso;
  desktop?: Desktop;
}
