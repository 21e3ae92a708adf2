import type { Operation } from './define.ts';
import { ERRORS } from './errors.ts';
import type { ErrorCode } from './errors.ts';

/** What anything may answer: it was sent wrongly, to another host, or the server or its database can't do it. */
const ALWAYS = [
  'invalid_input',
  'unsupported_media_type',
  'host_refused',
  'internal',
  'unavailable',
] as const;

/** What an operation answers by its nature: who may call it, what it takes. Never repeated in its `errors`. */
export function naturalCodes({ access, method, stepUp, whileBlocked }: Operation): ErrorCode[] {
  const isPublic = access === 'public';
  return [
    ...ALWAYS,
    ...(method === 'GET' ? [] : (['too_large', 'origin_refused'] as const)),
    ...(isPublic ? (['too_many_requests'] as const) : (['not_signed_in'] as const)),
    ...(isPublic || whileBlocked ? [] : (['setup_first'] as const)),
    ...(isPublic || access === 'session' ? [] : (['forbidden'] as const)),
    ...(stepUp ? (['step_up_required'] as const) : []),
  ];
}

/** Every code that an operation may answer: what its nature brings, and what it declares. */
export const codesOf = (operation: Operation): ErrorCode[] => [
  ...naturalCodes(operation),
  ...operation.errors,
];

/** The status of a code: a wrong code doesn't let one in where one signs in, and is no end of a session that there is. */
export const statusOf = (code: ErrorCode, { access }: Operation): number =>
  code === 'invalid_code' && access === 'public' ? 401 : ERRORS[code].status;
