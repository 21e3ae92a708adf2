import Type, { type Static, type TSchema } from 'typebox';
import type { LiveEvent } from './events.ts';
import type { Result } from './errors.ts';
import { Id, Line, oneOf, strict } from './schemas.ts';
import { LANGUAGE_TAGS } from './words/languages.ts';

const Empty = Type.Object({}, strict);
export const Appearance = oneOf(['system', 'light', 'dark']);
export type Appearance = Static<typeof Appearance>;

/** What the renderer may ask of the desktop itself. It can supply no URL, header or token for API work. */
export const DESKTOP_OPERATIONS = {
  state: Empty,
  chooseLocal: Empty,
  openSample: Empty,
  connect: Type.Object(
    {
      address: Type.String({ minLength: 1, maxLength: 300 }),
      name: Type.Optional(Line(60)),
      /** The organisation's own CA (PEM), in place of the system's roots (S-74). */
      ca: Type.Optional(Type.String({ minLength: 1, maxLength: 20_000 })),
      /** Or the server's pinned key: `sha256/` and base64 of its SubjectPublicKeyInfo's SHA-256. */
      pin: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    },
    strict,
  ),
  switchProfile: Type.Object({ id: Type.String({ maxLength: 64 }) }, strict),
  forgetProfile: Type.Object({ id: Type.String({ maxLength: 64 }) }, strict),
  leaveProfile: Empty,
  setAppearance: Type.Object({ appearance: Appearance }, strict),
  /** What the page is read in, and the server answers in. */
  setLanguage: Type.Object({ language: oneOf(LANGUAGE_TAGS) }, strict),
  copySecret: Type.Object({ text: Type.String({ minLength: 1, maxLength: 500 }) }, strict),
  openExternal: Type.Object({ url: Type.String({ maxLength: 500 }) }, strict),
  setBadge: Type.Object({ count: Type.Integer({ minimum: 0, maximum: 9999 }) }, strict),
  /** Sign-in at a provider: by the system's browser and a loopback address; flow and token stay with the main process. */
  ssoSignIn: Type.Object({ providerId: Id }, strict),
  ssoStepUp: Empty,
  ssoTest: Type.Object({ providerId: Id }, strict),
  ssoCancel: Empty,
  protectContent: Type.Object({ on: Type.Boolean() }, strict),
} as const satisfies Record<string, TSchema>;
export type DesktopOperation = keyof typeof DESKTOP_OPERATIONS;
export type DesktopInput<N extends DesktopOperation> = Static<(typeof DESKTOP_OPERATIONS)[N]>;

export interface DesktopProfile {
  id: string;
  name: string;
  kind: 'local' | 'sample' | 'server';
  /** Host of a server profile, for people to recognise; requests are addressed by the main process. */
  host: string | null;
}

export interface DesktopState {
  profiles: DesktopProfile[];
  activeProfileId: string | null;
  /** The server on this computer, where the active profile needs one. */
  localServer: { state: 'stopped' | 'starting' | 'ready' | 'failed'; message: string | null };
  /** Sentences that a person should see, e.g. that no keychain protects the key here. */
  warnings: string[];
  appearance: Appearance;
  platform: string;
  version: string;
}

/** What the main process tells the renderer: live events of the server, or that the desktop's own state changed. */
export type BridgeEvent =
  | { type: 'live'; event: LiveEvent }
  | { type: 'connection'; connected: boolean }
  | { type: 'desktop'; state: DesktopState }
  | { type: 'navigate'; path: string }
  | { type: 'locked' };

/** `window.gatehouse`, as the preload exposes it. */
export interface GatehouseBridge {
  call(operation: string, input: unknown): Promise<Result<unknown>>;
  desktop(operation: string, input: unknown): Promise<Result<unknown>>;
  /** Returns how to stop listening. */
  subscribe(listener: (event: BridgeEvent) => void): () => void;
}
