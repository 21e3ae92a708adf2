import type { ErrorCode, Problem, Result } from '../../../contract/errors.ts';
import {
  DESKTOP_OPERATIONS,
  type Appearance,
  type DesktopInput,
  type DesktopOperation,
  type DesktopState,
} from '../../../contract/ipc.ts';
import type { Language } from '../../../contract/words/languages.ts';
import { LOCAL, SAMPLE, withProfile, type Profile } from './profiles.ts';
import type { DesktopSso } from './sso.ts';
import type { Words } from '../words.ts';

export interface DesktopDeps {
  profiles: { all(): Profile[]; keep(profiles: Profile[]): void };
  active: () => Profile | undefined;
  use: (profile: Profile | undefined) => Promise<void>;
  /** Reads what was typed and asks the server there who it is. */
  findServer: (input: DesktopInput<'connect'>) => Promise<Result<{ address: string; organisation: string }>>;
  /** Forgets the profile's session, and of the sample its data. */
  erase: (profile: Profile) => Promise<void>;
  newId: () => string;
  state: () => DesktopState;
  setAppearance: (appearance: Appearance) => void;
  setLanguage: (language: Language) => Promise<void>;
  copySecret: (text: string) => Promise<void>;
  isAllowedLink: (url: string) => boolean;
  openExternal: (url: string) => Promise<void>;
  sso: DesktopSso;
  setBadge: (count: number) => void;
  protectContent: (on: boolean) => void;
  problem: (code: ErrorCode, detail: string) => Problem;
  say: Words['say'];
}

type Handlers = { [N in DesktopOperation]: (input: DesktopInput<N>) => Promise<Result<unknown>> };

/** Answers `desktop` of the page: what it may ask of the shell itself. */
export function createDesktopOperations(
  deps: DesktopDeps,
): (name: string, input: Record<string, unknown>) => Promise<Result<unknown>> {
  const handlers = createHandlers(deps);
  return (name, input) => {
    if (!isDesktopOperation(name)) throw new TypeError(`no desktop operation ${name}`);
    // The input was checked against this operation's schema in main/ipc, which is where its type comes from.
    const handler = handlers[name] as (input: Record<string, unknown>) => Promise<Result<unknown>>;
    return handler(input);
  };
}

const isDesktopOperation = (name: string): name is DesktopOperation =>
  Object.hasOwn(DESKTOP_OPERATIONS, name);

function createHandlers(deps: DesktopDeps): Handlers {
  const done: Result<null> = { ok: true, data: null };
  const refused = (code: ErrorCode, detail: string): Result<never> => ({
    ok: false,
    error: deps.problem(code, detail),
  });
  const state = (): Result<DesktopState> => ({ ok: true, data: deps.state() });
  const find = (id: string) => deps.profiles.all().find((profile) => profile.id === id);

  async function choose(profile: Profile) {
    deps.profiles.keep(withProfile(deps.profiles.all(), profile));
    await deps.use(profile);
    return state();
  }

  return {
    state: async () => state(),
    chooseLocal: () => choose(LOCAL),
    openSample: () => choose(SAMPLE),
    async connect(input) {
      const found = await deps.findServer(input);
      if (!found.ok) return found;
      const { address, organisation } = found.data;
      const name = input.name ?? (organisation || new URL(address).host);
      // The same server again keeps its id, and so its session.
      const id = deps.profiles.all().find((known) => known.address === address)?.id ?? deps.newId();
      return choose({ id, kind: 'server', name, address, ca: input.ca, pin: input.pin });
    },
    async switchProfile({ id }) {
      const profile = find(id);
      if (!profile) return refused('not_found', deps.say('profileGone'));
      await deps.use(profile);
      return state();
    },
    async forgetProfile({ id }) {
      const profile = find(id);
      if (!profile) return state();
      if (deps.active()?.id === id) await deps.use(undefined);
      await deps.erase(profile);
      deps.profiles.keep(deps.profiles.all().filter((other) => other.id !== id));
      return state();
    },
    async leaveProfile() {
      await deps.use(undefined);
      return state();
    },
    async setAppearance({ appearance }) {
      deps.setAppearance(appearance);
      return state();
    },
    async setLanguage({ language }) {
      await deps.setLanguage(language);
      return done;
    },
    async copySecret({ text }) {
      await deps.copySecret(text);
      return done;
    },
    async openExternal({ url }) {
      if (!deps.isAllowedLink(url)) return refused('forbidden', deps.say('linkNotAllowed'));
      await deps.openExternal(url);
      return done;
    },
    async setBadge({ count }) {
      deps.setBadge(count);
      return done;
    },
    ssoSignIn: ({ providerId }) => deps.sso.signIn(providerId),
    ssoStepUp: () => deps.sso.stepUp(),
    ssoTest: ({ providerId }) => deps.sso.test(providerId),
    async ssoCancel() {
      deps.sso.cancel();
      return done;
    },
    async protectContent({ on }) {
      deps.protectContent(on);
      return done;
    },
  };
}
