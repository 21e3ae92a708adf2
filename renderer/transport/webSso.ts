import { ERRORS, type ErrorCode, type Result } from '../../contract/errors.ts';
import type { Sso } from './sso.ts';
import type { Transport } from './transport.ts';
import { t } from './words.ts';

const KEY = 'gatehouse-sso';
const CHANNEL = 'gatehouse-sso';
/** Long enough for a window of this browser to say that it waits; milliseconds. */
const ANSWER_MS = 1500;

/** A sign-in under way, in this tab and nowhere else: whoever is sent a link to our callback page has none (login CSRF). */
interface Pending {
  state: string;
  flow: string;
  next: string;
}

type Message = { state: string; parameters: string } | { state: string; heard: true };

/** The browser's way: the page itself goes to the provider to sign in; to confirm or to test it stays, beside a second window. */
export function createWebSso({ call }: Pick<Transport, 'call'>): Sso {
  return {
    async signIn(providerId, next) {
      const begun = await call('sso.begin', { providerId });
      if (!begun.ok) return begun;
      const { flow, url } = begun.data;
      sessionStorage.setItem(KEY, JSON.stringify({ state: stateOf(url), flow, next } satisfies Pending));
      window.location.assign(url);
      // The browser may keep this page and show it again when the person goes back.
      await new Promise<void>((resolve) =>
        window.addEventListener('pageshow', () => resolve(), { once: true }),
      );
      return { ok: true, data: 'left' };
    },

    async stepUp(signal) {
      const opened = openWindow();
      if (!opened) return blocked();
      const begun = await call('me.beginSsoStepUp', {});
      if (!begun.ok) return closing(opened, begun);
      const parameters = await send(opened, begun.data.url, signal);
      if (parameters === null) return left();
      return call('me.completeSsoStepUp', { flow: begun.data.flow, parameters });
    },

    async test(providerId, signal) {
      const opened = openWindow();
      if (!opened) return blocked();
      const begun = await call('settings.sso.beginTest', { id: providerId });
      if (!begun.ok) return closing(opened, begun);
      if (begun.data.outcome === 'failed') return closing(opened, { ok: true, data: begun.data.result });
      const parameters = await send(opened, begun.data.url, signal);
      if (parameters === null) return left();
      return call('settings.sso.completeTest', { flow: begun.data.flow, parameters });
    },

    async comeBack(parameters) {
      const state = new URLSearchParams(parameters).get('state') ?? '';
      const pending = takePending();
      if (pending?.state !== state) {
        return (await handOver({ state, parameters }))
          ? { ok: true, data: 'handed_over' }
          : refused('sso_flow_ended', t('beganElsewhere'));
      }
      const result = await call('sso.complete', { flow: pending.flow, parameters });
      if (!result.ok) return result;
      const { next } = pending;
      const asked = result.data.outcome === 'code_required' ? { challenge: result.data.challenge } : {};
      return { ok: true, data: { next, ...asked } };
    },
  };
}

const stateOf = (url: string) => new URL(url).searchParams.get('state') ?? '';

function takePending(): Pending | null {
  const stored = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return stored === null ? null : (JSON.parse(stored) as Pending);
}

/** Opened by the press itself, or the browser takes it for an advertisement. */
function openWindow(): Window | null {
  return window.open('', '_blank', 'popup,width=520,height=720');
}

/**
 * Sends the second window to the provider and waits for what it brings back. It can't be watched: what the provider's page is
 * isolated from ours, so that only a message tells. Null where the person gave up.
 */
function send(opened: Window, url: string, signal: AbortSignal): Promise<string | null> {
  const state = stateOf(url);
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<string | null>((resolve) => {
    const end = (parameters: string | null) => {
      channel.close();
      resolve(parameters);
    };
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.state !== state || !('parameters' in data)) return;
      channel.postMessage({ state, heard: true } satisfies Message);
      end(data.parameters);
    });
    signal.addEventListener('abort', () => {
      opened.close();
      end(null);
    });
    opened.location.replace(url);
  });
}

/** Whether a window of this browser waited for that answer. */
function handOver(answer: { state: string; parameters: string }): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<boolean>((resolve) => {
    const end = (heard: boolean) => {
      clearTimeout(timer);
      channel.close();
      resolve(heard);
    };
    const timer = setTimeout(() => end(false), ANSWER_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.state === answer.state && 'heard' in data) end(true);
    });
    channel.postMessage(answer satisfies Message);
  });
}

function closing<T>(opened: Window, result: T): T {
  opened.close();
  return result;
}

const left = () => refused('sso_flow_ended', t('signInLeft'));
const blocked = () => refused('sso_failed', t('windowBlocked'));

function refused(code: ErrorCode, detail: string): Result<never> {
  return { ok: false, error: { ...ERRORS[code], code, detail } };
}
