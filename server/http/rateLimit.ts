import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sentence } from '../../contract/words/sentence.ts';
import { MINUTE } from '../time.ts';
import { addressKey } from '../address.ts';
import { refuse } from '../refusal.ts';
import type { SharedLimit } from './sharedLimit.ts';

/**
 * How many requests a minute one address may make to public operations, all of them together (S-62).
 *
 * @param shared asks what other servers let through, where there may be any; each has its own count besides, which costs nothing
 */
export async function createAddressLimit(
  app: FastifyInstance,
  { perMinute, shared }: { perMinute: number; shared: SharedLimit | null },
): Promise<(request: FastifyRequest) => Promise<void>> {
  await app.register(rateLimit, { global: false });
  const check = app.createRateLimit({
    max: perMinute,
    timeWindow: MINUTE,
    keyGenerator: ({ ip }) => addressKey(ip),
  });
  return async (request) => {
    const result = await check(request);
    const isRefusedHere = !result.isAllowed && result.isExceeded;
    const wait = isRefusedHere ? result.ttlInSeconds : ((await shared?.(addressKey(request.ip))) ?? 0);
    if (wait <= 0 && !isRefusedHere) return;
    const retryAfter = Math.max(1, wait);
    throw refuse('too_many_requests', {
      retryAfter,
      detail: sentence('answers/http', 'tooManyFromHere', { seconds: retryAfter }),
    });
  };
}
