import Store from 'electron-store';

type ProfileKind = 'local' | 'sample' | 'server';
type Appearance = 'system' | 'light' | 'dark';

/** A place to sign in at. `local` and `sample` run on this computer; a `server` has an address. */
interface StoredProfile {
  id: string;
  kind: ProfileKind;
  name: string;
  /** Origin, of a `server` only. */
  address?: string;
  /** Its own CA (PEM) in place of the system's roots. */
  ca?: string;
  /** Its pinned key, `sha256/…`. */
  pin?: string;
}

interface StoredWindow {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximised: boolean;
}

// A type and not an interface: electron-store wants an index signature, which only a type has by itself.
export type Settings = {
  profiles: StoredProfile[];
  active: string | null;
  appearance: Appearance;
  /** What the page was last read in; null before it ever told. */
  language: string | null;
  window: StoredWindow;
  /** Profile id -> base64 of the token as the keychain sealed it. */
  sealedTokens: Record<string, string>;
};

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;

const defaults: Settings = {
  profiles: [],
  active: null,
  appearance: 'system',
  language: null,
  window: { width: 1280, height: 832, maximised: false },
  sealedTokens: {},
};

const schema = {
  profiles: {
    type: 'array',
    items: {
      type: 'object',
      required: ['id', 'kind', 'name'],
      additionalProperties: false,
      properties: {
        id: text,
        kind: { enum: ['local', 'sample', 'server'] },
        name: text,
        address: text,
        ca: text,
        pin: text,
      },
    },
  },
  active: { type: ['string', 'null'] },
  appearance: { enum: ['system', 'light', 'dark'] },
  language: { type: ['string', 'null'] },
  window: {
    type: 'object',
    required: ['width', 'height', 'maximised'],
    additionalProperties: false,
    properties: { x: number, y: number, width: number, height: number, maximised: { type: 'boolean' } },
  },
  sealedTokens: { type: 'object', additionalProperties: text },
} as const;

/** One setting by its name; kept on disk at once. */
export interface SettingsStore {
  get<K extends keyof Settings>(key: K): Settings[K];
  set<K extends keyof Settings>(key: K, value: Settings[K]): void;
}

/** Opens the settings in the app's folder. A file that doesn't fit the schema is begun anew rather than half believed. */
export function openSettings(): SettingsStore {
  return new Store<Settings>({
    name: 'settings',
    defaults,
    schema,
    clearInvalidConfig: true,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
}
