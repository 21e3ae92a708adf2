import type { Static, TObject, TSchema } from 'typebox';
import type { ErrorCode } from './errors.ts';
import type { Permission } from './permissions.ts';
import type { KeptForSecond } from './schemas.ts';

type Access = 'public' | 'session' | Permission;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One thing that can be asked of the server. Everything else about it is derived from here. */
export interface Operation {
  method: Method;
  /** Below the base path, with `{name}` for each path parameter. */
  path: string;
  summary: string;
  /** Deny by default: who may call it (S-60). */
  access: Access;
  /** A step-up of the last five minutes is asked for before anything is read. */
  stepUp?: true;
  /** Reachable by a session that policy has since blocked: its own setup and sign-out, nothing else. */
  whileBlocked?: true;
  /** A page asks it by itself: it is nobody's doing, and keeps no session from its idle end. */
  byItself?: true;
  params?: TObject;
  query?: TObject;
  body?: TObject;
  /** The body is text of this media type, handed over as `content`. */
  textBody?: 'text/csv';
  /** Largest body in bytes, where 64 KiB is not enough. */
  bodyLimit?: number;
  /** Success status; 200 unless told, 204 where there is no response schema. */
  status?: 202;
  response?: TSchema;
  /** It may be kept as a pending change instead: then 202 with that. */
  mayWait?: true;
  /** A download: the answer is text or bytes, not JSON, of one of these media types. */
  download?: readonly string[];
  /** Answers carry a secret and must not be stored anywhere (S-21). */
  noStore?: true;
  errors: readonly ErrorCode[];
}

export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}

type Part<O, K extends string> = O extends { [key in K]: infer S extends TSchema } ? Static<S> : unknown;
type Text<O> = O extends { textBody: string } ? { content: string } : unknown;

/** The flat input of an operation: path parameters, query and body in one object. */
export type OperationInput<O> = Part<O, 'params'> & Part<O, 'query'> & Part<O, 'body'> & Text<O>;
export type OperationOutput<O> = (O extends { mayWait: true } ? KeptForSecond : never) | AnswerOf<O>;
type AnswerOf<O> = O extends { response: infer S extends TSchema }
  ? Static<S>
  : O extends { download: readonly string[] }
    ? string
    : undefined;

export interface SplitInput {
  /** Below the base path, parameters filled in and encoded. */
  path: string;
  query: Record<string, string>;
  body: unknown;
}

/** Parts a flat input into what goes into the path, the query and the body of the HTTP request. */
export function splitInput(operation: Operation, input: Record<string, unknown>): SplitInput {
  const rest = { ...input };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const query: Record<string, string> = {};
  for (const name of Object.keys(operation.query?.properties ?? {})) {
    const value = rest[name];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      query[name] = String(value);
    }
    delete rest[name];
  }
  const body = operation.textBody ? rest['content'] : operation.body ? rest : undefined;
  return { path, query, body };
}
