import Type from 'typebox';
import type { Operation } from './define.ts';
import { defineOperation } from './define.ts';
import { EVENTS_PATH } from './operations.ts';
import { named } from './schemas.ts';

const Health = Type.Object({ status: Type.Literal('ok') }, named('Health'));

/** What the server answers besides its operations; `errors` are all that they refuse with. */
export const besides = {
  'events.stream': defineOperation({
    method: 'GET',
    path: EVENTS_PATH,
    summary: 'Live events: what to look at again',
    access: 'session',
    download: ['text/event-stream'],
    errors: [
      'not_signed_in',
      'other_session',
      'host_refused',
      'too_many_requests',
      'headers_too_large',
      'internal',
      'unavailable',
    ],
  }),
  'health.live': defineOperation({
    method: 'GET',
    path: '/health/live',
    summary: 'Whether the process answers',
    access: 'public',
    response: Health,
    errors: ['host_refused', 'headers_too_large', 'internal', 'unavailable'],
  }),
  'health.ready': defineOperation({
    method: 'GET',
    path: '/health/ready',
    summary: 'Whether the process and its database answer',
    access: 'public',
    response: Health,
    errors: ['host_refused', 'headers_too_large', 'internal', 'unavailable'],
  }),
  'health.metrics': defineOperation({
    method: 'GET',
    path: '/metrics',
    summary: 'Metrics for Prometheus: to this machine only, or to who has the token of monitoring',
    access: 'public',
    download: ['text/plain'],
    errors: ['not_signed_in', 'forbidden', 'host_refused', 'headers_too_large', 'internal', 'unavailable'],
  }),
} satisfies Record<string, Operation>;
