import type { TSchema } from 'typebox';
import type { Operation } from './define.ts';
import { ERRORS } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { KeptForSecond } from './schemas.ts';

/** What anything may answer: it was sent wrongly, to another host, or the server or its database can't do it. */
const ALWAYS = [
  'invalid_input',
  'unsupported_media_type',
  'headers_too_large',
  'host_refused',
  'internal',
  'unavailable',
] as const;

/** What an operation answers by its nature: who may call it, what it takes. Never repeated in its `errors`. */
export function naturalCodes({ access, method, stepUp, whileBlocked }: Operation): ErrorCode[] {
  const isPublic = access === 'public';
  return [
    ...ALWAYS,
    ...(method === 'GET' ? [] : (['too_large', 'request_timeout', 'origin_refused'] as const)),
    ...(isPublic ? (['too_many_requests'] as const) : (['not_signed_in', 'other_session'] as const)),
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

/** One way in which an operation answers that all went well. */
export interface Success {
  status: number;
  /** Of JSON; without one and without media types the answer has no content. */
  schema?: TSchema;
  mediaTypes?: readonly string[];
}

const JSON_ONLY = ['application/json'];

export function successesOf({ response, download, status, mayWait }: Operation): Success[] {
  if (download) return [{ status: 200, mediaTypes: download }];
  if (!response) return [{ status: status ?? 204 }];
  return [
    { status: status ?? 200, schema: response, mediaTypes: JSON_ONLY },
    ...(mayWait ? [{ status: 202, schema: KeptForSecond, mediaTypes: JSON_ONLY }] : []),
  ];
}
