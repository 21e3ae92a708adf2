/** Composition: makes every piece of the desktop shell and joins them. What a piece does is in its own room. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  app,
  clipboard,
  Menu,
  nativeTheme,
  powerMonitor,
  session,
  shell,
  type BrowserWindow,
} from 'electron';
import { EVERYTHING } from '../../contract/events.ts';
import type { BridgeEvent } from '../../contract/ipc.ts';
import { operationOf } from '../../contract/operations.ts';
import { DEEP_LINK_SCHEME, paths } from '../../contract/paths.ts';
import { createApiClient } from './api/client.ts';
import { findServer } from './api/findServer.ts';
import { readLiveEvent } from './api/liveEvent.ts';
import { problem } from './api/problem.ts';
import { createLog } from './config/log.ts';
import { openSettings } from './config/settings.ts';
import { createTokens } from './config/tokens.ts';
import { systemVault } from './config/vault.ts';
import { createApiCalls } from './desktop/apiCalls.ts';
import { createConnection } from './desktop/connection.ts';
import { createDesktopOperations } from './desktop/operations.ts';
import { listenOnLoopback } from './desktop/loopback.ts';
import { nameOf, type Profile } from './desktop/profiles.ts';
import { createDesktopSso } from './desktop/sso.ts';
import { describeState } from './desktop/state.ts';
import { publish } from './ipc/publish.ts';
import { registerIpc } from './ipc/register.ts';
import { createLocalServer, eraseLocalServer } from './localServer/local.ts';
import type { LocalKind } from './localServer/messages.ts';
import { isAppUrl } from './window/appOrigin.ts';
import { declareAppScheme, serveAppScheme } from './window/appScheme.ts';
import { answerFromFiles } from './window/assets.ts';
import { createAttention } from './window/attention.ts';
import { routeOfArguments, routeOfDeepLink } from './window/deepLinks.ts';
import { answerFromVite, readDevPage } from './window/devPage.ts';
import { createExternalLinks } from './window/externalLinks.ts';
import { followOpenings, stopBeforeQuit } from './window/life.ts';
import { watchForLock } from './window/lock.ts';
import { openMainWindow, reveal } from './window/mainWindow.ts';
import { applicationMenu } from './window/menu.ts';
import { confine } from './window/navigation.ts';
import { refusePermissions } from './window/permissions.ts';
import { createSecretClipboard } from './window/secretClipboard.ts';
import { notify, showCount } from './window/systemAttention.ts';
import { createTray } from './window/tray.ts';
import { after, every, wait } from './timers.ts';
import { openWords } from './words.ts';

/** Seconds without a key or a mouse after which the app locks: the default idle end of a staff session. */
const LOCK_AFTER_IDLE = 15 * 60;

const root = app.getAppPath();
const icons = join(root, 'resources', 'icons');
const developer = !app.isPackaged;
const mac = process.platform === 'darwin';

app.enableSandbox();
// Windows shows notifications for an installed program's id alone.
if (process.platform === 'win32') app.setAppUserModelId('org.gatehouse.console');
declareAppScheme();
app.on('web-contents-created', (_event, contents) =>
  confine(contents, (path) => publish(contents, { type: 'navigate', path }, isAppUrl)),
);

// One app a person: a second one would be a second writer, and deep links should reach the window that is open.
if (app.requestSingleInstanceLock()) {
  let firstLink: string | undefined;
  app.once('open-url', (event, link) => {
    event.preventDefault();
    firstLink = link;
  });
  void app
    .whenReady()
    .then(() => run(routeOfDeepLink(firstLink ?? '') ?? routeOfArguments(process.argv) ?? paths.start()));
} else {
  app.quit();
}

async function run(firstRoute: string): Promise<void> {
  const log = createLog(join(app.getPath('logs'), 'main.log'), () => new Date());
  process.on('unhandledRejection', (reason) =>
    log(`unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : 'unknown'}`),
  );
  const settings = openSettings();
  nativeTheme.themeSource = settings.get('appearance');
  const words = await openWords([settings.get('language') ?? [], app.getPreferredSystemLanguages()].flat());
  const { say } = words;
  const devPage = developer ? readDevPage(process.env) : undefined;
  serveAppScheme((request) =>
    devPage
      ? answerFromVite(devPage, request)
      : answerFromFiles(join(root, 'out', 'renderer', 'desktop'), request),
  );
  refusePermissions(session.defaultSession);

  const vault = systemVault(process.platform);
  const tokens = createTokens(settings, vault);
  const links = createExternalLinks();
  const secrets = createSecretClipboard(clipboard, after);
  let window: BrowserWindow | undefined;

  const tell = (event: BridgeEvent) => publish(window?.webContents, event, isAppUrl);
  const tellState = () => tell({ type: 'desktop', state: state() });

  const tray = createTray(icons, { mac, dark: nativeTheme.shouldUseDarkColors }, say, {
    show,
    open,
    lock,
    quit: () => app.quit(),
  });
  const attention = createAttention({
    notify,
    setBadge: (count) => showCount(tray, count),
    isFocused: () => window?.isFocused() ?? false,
    open,
    say,
  });

  const serverOn = (kind: LocalKind) =>
    createLocalServer({
      kind,
      entry: join(root, 'out', 'server', 'utility.js'),
      userData: app.getPath('userData'),
      vault,
      environment: process.env,
      now: Date.now,
      after,
      onState: (state) => connection.heard(kind, state),
      log,
    });
  const servers = { local: serverOn('local'), sample: serverOn('sample') };

  const connection = createConnection({
    servers,
    after,
    problem,
    words,
    onChange: tellState,
    openClient(profile, origin) {
      const { id, ca, pin } = profile;
      const name = nameOf(profile, say);
      return createApiClient(
        { origin, trust: { ca, pin }, name, language: words.language, say },
        { get: () => tokens.get(id), set: (token) => tokens.set(id, token), clear: () => tokens.clear(id) },
        {
          onSession: (signedIn) => signedIn || attention.count(0),
          onConnected: (connected) => tell({ type: 'connection', connected }),
          onMissed: () => EVERYTHING.forEach((event) => tell({ type: 'live', event })),
          onEvent: ({ data }) => heardLive(data),
        },
        wait,
        Math.random,
      );
    },
  });

  function heardLive(data: string) {
    const event = readLiveEvent(data);
    if (!event) return;
    if (event.kind === 'reset_requests' && event.change === 'opened' && event.id !== undefined)
      attention.announceRequest(event.id);
    if (event.kind === 'me') attention.announceAsked(event.change);
    tell({ type: 'live', event });
  }

  const state = () =>
    describeState({
      profiles: settings.get('profiles'),
      active: connection.profile(),
      server: connection.server(),
      appearance: settings.get('appearance'),
      platform: process.platform,
      version: app.getVersion(),
      keychain: vault.available(),
      words,
    });

  function use(profile: Profile | undefined): Promise<void> {
    settings.set('active', profile?.id ?? null);
    return connection.use(profile);
  }

  async function erase({ id, kind }: Profile): Promise<void> {
    tokens.clear(id);
    // What a person made on this computer stays until they remove it themselves; a sample is made for throwing away.
    if (kind === 'sample') eraseLocalServer(app.getPath('userData'), kind);
  }

  const desktop = createDesktopOperations({
    profiles: { all: () => settings.get('profiles'), keep: (profiles) => settings.set('profiles', profiles) },
    active: connection.profile,
    use,
    findServer: (typed) => findServer(say, typed),
    erase,
    newId: randomUUID,
    state,
    setAppearance(appearance) {
      settings.set('appearance', appearance);
      nativeTheme.themeSource = appearance;
      tellState();
    },
    async setLanguage(language) {
      settings.set('language', language);
      await words.use(language);
      tray.name();
      setMenu();
      tellState();
    },
    copySecret: secrets.copy,
    isAllowedLink: links.allows,
    openExternal: (url) => shell.openExternal(url),
    sso: createDesktopSso({
      connection,
      listen: () => listenOnLoopback(words),
      openExternal: (url) => shell.openExternal(url),
      after,
      show,
      problem,
      say,
    }),
    setBadge: attention.count,
    protectContent: (on) => window?.setContentProtection(on),
    problem,
    say,
  });

  registerIpc({
    call: createApiCalls({
      connection,
      setupToken: connection.setupToken,
      forgetToken: connection.forget,
      learn: links.learn,
    }),
    desktop,
    isAppUrl,
    say,
    log,
  });

  function setMenu() {
    const template = applicationMenu(say, { platform: process.platform, developer, open, lock });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  /** Ends the session: who comes back proves again who they are. */
  function lock() {
    const profile = connection.profile();
    void secrets.takeBack();
    if (!profile || tokens.get(profile.id) === undefined) return;
    connection.leave(operationOf('signIn.signOut'));
    tokens.clear(profile.id);
    tell({ type: 'locked' });
  }

  function openWindow(route: string) {
    window = openMainWindow({
      preload: join(root, 'out', 'preload', 'index.cjs'),
      icon: join(icons, 'icon.png'),
      place: settings.get('window'),
      dark: nativeTheme.shouldUseDarkColors,
      developer,
      route,
      onPlace: (place) => settings.set('window', place),
    });
    window.on('closed', () => (window = undefined));
  }

  function show() {
    if (window) reveal(window);
    else openWindow(paths.start());
  }

  function open(route: string) {
    if (!window) return openWindow(route);
    reveal(window);
    tell({ type: 'navigate', path: route });
  }

  setMenu();
  watchForLock({ power: powerMonitor, every, idleAfter: LOCK_AFTER_IDLE, onLock: lock });
  if (app.isPackaged) app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME);
  followOpenings({ open, show });
  app.on('window-all-closed', () => mac || app.quit());
  stopBeforeQuit(async () => {
    await secrets.takeBack();
    tray.destroy();
    await connection.close();
  });

  openWindow(firstRoute);
  void use(settings.get('profiles').find(({ id }) => id === settings.get('active')));
}
