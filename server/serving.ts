import { setTimeout as delay } from 'node:timers/promises';
import { sentence } from '../contract/words/sentence.ts';
import type { Sentence } from '../contract/words/sentence.ts';
import type { ClockWatch } from './clockWatch.ts';
import type { KeyWatch } from './domain/keys/watch.ts';

/** Whether this server takes requests. */
export interface Serving {
  /** Why a load balancer should ask another server; null where it may ask this one. */
  notReady(): Promise<Sentence | null>;
  /** Why a request is refused; null where it is taken. */
  refusal(): Promise<Sentence | null>;
  /** Whether connections are closed after their answers. */
  isLeaving(): boolean;
  /** Not ready from now on; resolves when load balancers have had `ms` to notice, and refuses requests from then on. */
  leave(ms: number): Promise<void>;
}

const LEAVING = sentence('answers/http', 'leaving');
const CLOCK = sentence('answers/http', 'wrongClock');

/**
 * @param clock whose fault takes the server out of service
 * @param keys whether the key that seals is here
 * @param isJudge whether requests are refused, too, while it is off: where nothing tells the right time there is no use in that
 */
export function createServing(
  clock: ClockWatch,
  { isJudge, keys }: { isJudge: boolean; keys?: Pick<KeyWatch, 'refusal'> },
): Serving {
  let state: 'serving' | 'leaving' | 'closing' = 'serving';
  return {
    async notReady() {
      if (state !== 'serving') return LEAVING;
      return (await clock.isOff()) ? CLOCK : ((await keys?.refusal()) ?? null);
    },
    async refusal() {
      if (state === 'closing') return LEAVING;
      return isJudge && (await clock.isOff()) ? CLOCK : ((await keys?.refusal()) ?? null);
    },
    isLeaving: () => state !== 'serving',
    async leave(ms) {
      state = 'leaving';
      if (ms > 0) await delay(ms);
      state = 'closing';
    },
  };
}

/** Of a server without an end or a clock of its own. */
export const ALWAYS_SERVING: Serving = {
  notReady: () => Promise.resolve(null),
  refusal: () => Promise.resolve(null),
  isLeaving: () => false,
  leave: () => Promise.resolve(),
};
