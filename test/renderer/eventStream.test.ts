import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openEventStream } from '../../renderer/transport/eventStream.ts';

/** What a browser's EventSource does, by hand. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Source[] = [];
  readyState = 0;
  constructor() {
    super();
    Source.opened.push(this);
  }
  close(): void {
    this.readyState = Source.CLOSED;
  }
  stand(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  /** A status other than 200: for good, by WHATWG HTML §9.2.3. */
  refuse(): void {
    this.readyState = Source.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
  breakOff(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }
}

const sources = Source.opened;
const last = (): Source => {
  const source = sources.at(-1);
  if (!source) throw new Error('No stream was asked for.');
  return source;
};

beforeEach(() => {
  sources.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch() {
  const missed: boolean[] = [];
  let refused = 0;
  const stream = openEventStream({
    onEvent: () => undefined,
    onOpen: (one) => missed.push(one),
    onRefused: () => (refused += 1),
  });
  return { ...stream, missed, refusals: () => refused };
}

test('8.E2 a stream that was refused with 429 or 503 is asked for again, later each time, and says that it missed something', () => {
  const { missed, close, refusals } = watch();
  const waits: number[] = [];
  for (let refusal = 0; refusal < 8; refusal += 1) {
    const before = sources.length;
    last().refuse();
    let waited = 0;
    for (; sources.length === before; waited += 100) vi.advanceTimersByTime(100);
    waits.push(waited);
  }
  for (const [index, wait] of waits.entries()) {
    const full = Math.min(60_000, 2000 * 2 ** index);
    expect(wait).toBeGreaterThanOrEqual(full / 2);
    expect(wait).toBeLessThanOrEqual(full + 100);
  }
  last().stand();
  expect(missed).toEqual([true]);
  // Each time, for the session may be over.
  expect(refusals()).toBe(8);
  close();
  expect(last().readyState).toBe(2);
});

test('8.E2 one that broke is left to the browser, and the first one missed nothing', () => {
  const { missed, close } = watch();
  last().stand();
  last().breakOff();
  vi.advanceTimersByTime(120_000);
  expect(sources).toHaveLength(1);
  last().stand();
  expect(missed).toEqual([false, true]);
  close();
});

test('8.E2 one that waits is hurried, and one that was closed stays so', () => {
  const { hurry, close } = watch();
  hurry();
  expect(sources).toHaveLength(1);
  last().refuse();
  hurry();
  expect(sources).toHaveLength(2);
  last().refuse();
  close();
  vi.advanceTimersByTime(120_000);
  hurry();
  expect(sources).toHaveLength(2);
});
