import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sentence } from '../../contract/words/sentence.ts';
import { MINUTE } from '../time.ts';
import { addressKey } from '../address.ts';
import { refuse } from '../refusal.ts';

/**
 * How many requests a minute one address may make to public operations, all of them together (S-62). Kept per process,
 * and said to be that: with several servers an address has so many on each.
 */
export async function createAddressLimit(
  app: FastifyInstance,
  perMinute: number,
): Promise<(request: FastifyRequest) => Promise<void>> {
  await app.register(rateLimit, { global: false });
  const check = app.createRateLimit({
    max: perMinute,
    timeWindow: MINUTE,
    keyGenerator: ({ ip }) => addressKey(ip),
  });
  return async (request) => {
    const result = await check(request);
    if (result.isAllowed || !result.isExceeded) return;
    const retryAfter = Math.max(1, result.ttlInSeconds);
    throw refuse('too_many_requests', {
      retryAfter,
      detail: sentence('answers/http', 'tooManyFromHere', { seconds: retryAfter }),
    });
  };
}
