import { describe, expect, it } from 'vitest';
import { createAttention } from '../../electron/main/window/attention.ts';
import { routeOfArguments, routeOfDeepLink } from '../../electron/main/window/deepLinks.ts';
import { createExternalLinks } from '../../electron/main/window/externalLinks.ts';
import { watchForLock } from '../../electron/main/window/lock.ts';
import { createSecretClipboard } from '../../electron/main/window/secretClipboard.ts';
import { placeOnScreens } from '../../electron/main/window/windowState.ts';
import { say } from './support/words.ts';

const ID = '019ab2c4-1111-7abc-8def-0123456789ab';

describe('a deep link', () => {
  it('opens a reset request', () => {
    expect(routeOfDeepLink(`gatehouse://reset-requests/${ID}`)).toBe(`/reset-requests/${ID}`);
    expect(routeOfArguments(['gatehouse', '--flag', `gatehouse://reset-requests/${ID.toUpperCase()}/`])).toBe(
      `/reset-requests/${ID}`,
    );
  });

  it.each([
    'gatehouse://reset-requests/',
    'gatehouse://reset-requests/../users',
    `gatehouse://reset-requests/${ID}/approve`,
    `gatehouse://reset-requests/${ID}?approve=1`,
    `gatehouse://users/${ID}`,
    `https://reset-requests/${ID}`,
    'gatehouse://reset-requests/%2e%2e%2fpolicy',
    'nonsense',
  ])('does nothing else: %s', (link) => {
    expect(routeOfDeepLink(link)).toBeUndefined();
  });
});

describe('S-70: an outside link', () => {
  const recommended = {
    recommendedApps: [
      { name: 'Ente Auth', url: 'https://ente.io/auth' },
      { name: 'Bad', url: 'http://plain.example' },
    ],
  };

  it.each([
    ['https://play.google.com/store/apps/details?id=x', true],
    ['https://ente.io/download', true],
    ['http://play.google.com/', false],
    ['http://plain.example/', false],
    ['https://plain.example/', false],
    ['https://play.google.com.evil.example/', false],
    ['https://play.google.com@evil.example/', false],
    ['https://play.google.com:8443/', false],
    ['file:///etc/passwd', false],
    ['smb://play.google.com/share', false],
    ['ms-settings:', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s: %s', (url, allowed) => {
    const links = createExternalLinks();
    links.learn(recommended);
    links.learn({ recommendedApps: 'x' });
    links.learn(null);
    expect(links.allows(url)).toBe(allowed);
  });
});

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };

  it('opens where it was left', () => {
    const kept = { x: 100, y: 50, width: 1200, height: 800, maximised: true };
    expect(placeOnScreens(kept, [screen])).toEqual(kept);
  });

  it('comes back from a screen that is gone', () => {
    expect(placeOnScreens({ x: 2500, y: 50, width: 1200, height: 800, maximised: false }, [screen])).toEqual({
      width: 1200,
      height: 800,
      maximised: false,
    });
    expect(
      placeOnScreens({ x: 100, y: 1070, width: 1200, height: 800, maximised: false }, [screen]),
    ).not.toHaveProperty('x');
  });

  it('is neither larger than the screen nor too small to use', () => {
    expect(placeOnScreens({ width: 9000, height: 10, maximised: false }, [screen])).toEqual({
      width: 1920,
      height: 560,
      maximised: false,
    });
  });
});

describe('locking', () => {
  function desk() {
    const heard = new Map<string, () => void>();
    let look: () => void = () => undefined;
    let locks = 0;
    const power = {
      on: (event: string, listener: () => void) => heard.set(event, listener),
      idle: 0,
      getSystemIdleTime: () => power.idle,
    };
    watchForLock({
      power,
      every: (_ms, act) => {
        look = act;
        return { cancel: () => undefined };
      },
      idleAfter: 900,
      onLock: () => (locks += 1),
    });
    return {
      fire: (event: string) => heard.get(event)?.(),
      idleFor(seconds: number) {
        power.idle = seconds;
        look();
      },
      locks: () => locks,
    };
  }

  it.each(['lock-screen', 'suspend'])('follows the computer: %s', (event) => {
    const { fire, locks } = desk();
    fire(event);
    expect(locks()).toBe(1);
  });

  it('comes once for each time the desk is left', () => {
    const { idleFor, locks } = desk();
    for (const seconds of [899, 901, 916, 3, 900]) idleFor(seconds);
    expect(locks()).toBe(2);
  });
});

describe('S-75: a copied secret', () => {
  function board() {
    let text = '';
    let act: () => void = () => undefined;
    const clipboard = {
      readText: async () => text,
      writeText: async (next: string) => void (text = next),
      clear: () => (text = ''),
    };
    const secrets = createSecretClipboard(clipboard, (ms, then) => {
      expect(ms).toBe(60_000);
      act = then;
      return { cancel: () => (act = () => undefined) };
    });
    const pass = async () => {
      act();
      await Promise.resolve();
    };
    return { ...secrets, clipboard, pass, text: () => text };
  }

  it('leaves the clipboard after a minute', async () => {
    const { copy, pass, text } = board();
    await copy('KRUG S4ZA');
    expect(text()).toBe('KRUG S4ZA');
    await pass();
    expect(text()).toBe('');
  });

  it('is left alone where the person copied something else', async () => {
    const { copy, clipboard, pass, text } = board();
    await copy('KRUG S4ZA');
    await clipboard.writeText('a shopping list');
    await pass();
    expect(text()).toBe('a shopping list');
  });

  it('leaves at once when the app locks or ends', async () => {
    const { copy, takeBack, text } = board();
    await copy('KRUG S4ZA');
    await takeBack();
    expect(text()).toBe('');
  });
});

describe('a new reset request', () => {
  function watcher(focused: boolean) {
    const shown: { text: { title: string; body: string }; click: () => void }[] = [];
    const opened: string[] = [];
    const attention = createAttention({
      notify: (text, click) => shown.push({ text, click }),
      setBadge: () => undefined,
      isFocused: () => focused,
      open: (route) => opened.push(route),
      say,
    });
    return { ...attention, shown, opened };
  }

  it('is told of once, names nobody, and opens the request', () => {
    const { announceRequest, shown, opened } = watcher(false);
    announceRequest(ID);
    announceRequest(ID);
    expect(shown.map(({ text }) => text.title)).toEqual(['New reset request']);
    shown[0]?.click();
    expect(opened).toEqual([`/reset-requests/${ID}`]);
  });

  it('is not told of to someone who is looking', () => {
    const { announceRequest, announceAsked, shown } = watcher(true);
    announceRequest(ID);
    announceAsked('request_handed');
    expect(shown).toEqual([]);
  });

  it('that a colleague handed on, or wants decided, is told of and leads to the list of those', () => {
    const { announceAsked, shown, opened } = watcher(false);
    for (const change of ['request_handed', 'decision_asked', 'something_else', undefined])
      announceAsked(change);
    expect(shown.map(({ text }) => text.title)).toEqual([
      'A request was handed to you',
      'A decision is needed',
    ]);
    for (const { click } of shown) click();
    expect(opened).toEqual(['/reset-requests?forMe=handed', '/reset-requests?forMe=waiting']);
  });
});
