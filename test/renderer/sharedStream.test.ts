import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EVERYTHING, type LiveEvent } from '../../contract/events.ts';
import type { StreamHearer } from '../../renderer/transport/eventStream.ts';
import { shareStream } from '../../renderer/transport/sharedStream.ts';

const CHANGED: LiveEvent = { kind: 'users', id: 'jo' };
const MINUTE = 60_000;

let streams: { page: string; hearer: StreamHearer; hurried: number }[] = [];
const closing = new Set<() => void>();

beforeEach(() => {
  streams = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  closing.forEach((close) => close());
  closing.clear();
  vi.useRealTimers();
});

type Sight = 'visible' | 'hidden';

/** A page of one browser: real locks, a real channel, and streams that are counted. */
function openPage(
  name: string,
  { sight = 'visible', locks }: { sight?: Sight; locks?: 'none' | 'refused' } = {},
) {
  const heard: LiveEvent[] = [];
  const page = Object.assign(new EventTarget(), { visibilityState: sight });
  const refused = { request: () => Promise.reject(new DOMException('Not here.', 'SecurityError')) };
  const offered = { none: undefined, refused, yes: navigator.locks }[locks ?? 'yes'];
  let isAsleep = false;
  const close = shareStream(
    {
      open(hearer) {
        const stream = { page: name, hearer, hurried: 0 };
        streams.push(stream);
        return {
          hurry: () => (stream.hurried += 1),
          close: () => (streams = streams.filter((one) => one !== stream)),
        };
      },
      locks: offered,
      openChannel(channel) {
        const own = new BroadcastChannel(channel);
        const add = own.addEventListener.bind(own);
        own.addEventListener = (type: string, listener: EventListener) =>
          add(type, (event: Event) => !isAsleep && listener(event));
        return own;
      },
      page,
    },
    (event) => heard.push(event),
  );
  closing.add(close);
  return {
    heard,
    close() {
      closing.delete(close);
      close();
    },
    show(now: Sight) {
      page.visibilityState = now;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    /** As a browser that stops a page in the background, which keeps its lock. */
    freeze: () => (isAsleep = true),
  };
}

const leaders = () => streams.map(({ page }) => page);
const leads = async (...pages: string[]) => {
  await expect.poll(() => leaders()).toEqual(pages);
};

/** Seven pages, of which the first has the stream. */
async function sevenPages() {
  const first = openPage('1');
  await leads('1');
  streams[0]?.hearer.onOpen(false);
  return [first, ...['2', '3', '4', '5', '6', '7'].map((name) => openPage(name))];
}

test('8.E2 seven pages have one stream, and all hear what it says', async () => {
  const pages = await sevenPages();
  streams[0]?.hearer.onEvent(CHANGED);
  await expect.poll(() => pages.map(({ heard }) => heard)).toEqual(pages.map(() => [CHANGED]));
  expect(leaders()).toEqual(['1']);
});

test('a stream that is refused makes all pages look at who is signed in: the session may be over', async () => {
  const pages = await sevenPages();
  streams[0]?.hearer.onRefused();
  await expect.poll(() => pages.map(({ heard }) => heard)).toEqual(pages.map(() => [{ kind: 'me' }]));
});

test('8.E2 where the page with the stream is closed another takes it, and all look at everything again', async () => {
  const [first, ...others] = await sevenPages();
  await expect.poll(() => streams[0]?.hurried).toBeGreaterThan(0);
  first?.close();
  await leads('2');
  streams[0]?.hearer.onOpen(false);
  await expect.poll(() => others.map(({ heard }) => heard)).toEqual(others.map(() => [...EVERYTHING]));
});

test('8.E2 a page that nobody sees for a minute has no stream; when it is seen again it has one, and looks at everything', async () => {
  const only = openPage('1');
  await leads('1');
  only.show('hidden');
  vi.advanceTimersByTime(MINUTE - 1);
  only.show('visible');
  vi.advanceTimersByTime(MINUTE);
  expect([leaders(), only.heard]).toEqual([['1'], []]);
  only.show('hidden');
  vi.advanceTimersByTime(MINUTE);
  await leads();
  only.show('visible');
  expect(only.heard).toEqual(EVERYTHING);
  await leads('1');
});

test('8.E2 a page that was never seen gives the stream to one that is, and hears nothing until it is', async () => {
  const behind = openPage('1', { sight: 'hidden' });
  await leads('1');
  openPage('2');
  vi.advanceTimersByTime(MINUTE);
  await leads('2');
  streams[0]?.hearer.onEvent(CHANGED);
  const third = openPage('3');
  streams[0]?.hearer.onEvent(CHANGED);
  await expect.poll(() => third.heard).toEqual([CHANGED]);
  expect(behind.heard).toEqual([]);
});

test('8.E2 a page that the browser has put to sleep loses the stream to one that is seen', async () => {
  const asleep = openPage('1');
  await leads('1');
  const second = openPage('2');
  await expect.poll(() => streams[0]?.hurried).toBe(1);
  asleep.freeze();
  second.show('visible');
  vi.advanceTimersByTime(3_000);
  await leads('2');
});

test.each(['none', 'refused'] as const)(
  '8.E2 where a browser has no locks (%s) each page has a stream of its own',
  async (locks) => {
    openPage('1', { locks });
    openPage('2', { locks });
    await expect.poll(() => leaders()).toEqual(['1', '2']);
  },
);
