import type { FastifyRequest } from 'fastify';
import type { Factor } from '../../contract/auditActions.ts';
import type { Actor } from '../context.ts';

/** Who is behind a request, by which factors, and whether policy has blocked the session since. Refuses with `not_signed_in`, `other_session`. */
export type Authenticate = (
  request: FastifyRequest,
  now: number,
) => Promise<{ actor: Actor; blocked: boolean; factors: readonly Factor[] }>;
