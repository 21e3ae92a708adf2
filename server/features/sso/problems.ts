import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { ErrorCode } from '../../../contract/errors.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Part, Sentence } from '../../../contract/words/sentence.ts';

/** What this side finds wrong with a provider, before or besides what openid-client does. */
export class ProviderProblem extends Error {
  readonly kind: 'issuer' | 'endpoints' | 'no_id_token' | 'user_info' | 'redirect_uri' | 'client_id';
  /** What the provider said, where that helps. */
  readonly said: string | undefined;

  constructor(kind: ProviderProblem['kind'], said?: string) {
    super(`The identity provider: ${kind}.`);
    this.name = 'ProviderProblem';
    this.kind = kind;
    this.said = said;
  }
}

interface Explained {
  code: Extract<ErrorCode, 'sso_failed' | 'sso_flow_ended'>;
  /** What is wrong and what to do. */
  sentence: Sentence;
}

interface About {
  name: string;
  issuer: string;
  redirectUri: string;
}

/** One clear sentence for whatever went wrong between here and an identity provider; null for what is our own fault. */
export function explain(error: unknown, about: About): Explained | null {
  const { name } = about;
  const failed = (said: Sentence): Explained => ({ code: 'sso_failed', sentence: said });
  if (error instanceof ProviderProblem) return failed(ownSentence(error, about));
  if (error instanceof AuthorizationResponseError) return failed(refusedSentence(error.error, name));
  if (error instanceof ResponseBodyError) return failed(tokenSentence(error.error, about));
  if (error instanceof WWWAuthenticateChallengeError) {
    return failed(
      error.status === 401
        ? wrongSecret(name)
        : sentence('answers/sso', 'refusedLastStep', { name, error: String(error.status) }),
    );
  }
  if (error instanceof ClientError) return clientError(error, about);
  if (isNetworkError(error)) return failed(unreachable(about, networkReason(error)));
  return null;
}

function ownSentence({ kind, said }: ProviderProblem, { name, issuer, redirectUri }: About): Sentence {
  switch (kind) {
    case 'issuer':
      return sentence('answers/sso', 'otherIssuer', { name, said: shown(said), issuer });
    case 'endpoints':
      return sentence('answers/sso', 'endpoints', { name });
    case 'no_id_token':
      return sentence('answers/sso', 'noIdToken', { name });
    case 'user_info':
      return said === undefined
        ? sentence('answers/sso', 'noUserInfo', { name })
        : sentence('answers/sso', 'userInfoAnswered', {
            name,
            said: said.split(' ').map(printable).join(', '),
          });
    case 'redirect_uri':
      return sentence('answers/sso', 'redirectUriUnknown', { name, redirectUri });
    case 'client_id':
      return sentence('answers/sso', 'clientIdUnknown', { name });
  }
}

/** RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6. */
function refusedSentence(error: string, name: string): Sentence {
  switch (error) {
    case 'access_denied':
      return sentence('answers/sso', 'accessDenied', { name });
    case 'unauthorized_client':
    case 'unsupported_response_type':
      return sentence('answers/sso', 'flowNotAllowed', { name });
    case 'invalid_scope':
      return sentence('answers/sso', 'scopesNotAllowed', { name });
    case 'temporarily_unavailable':
    case 'server_error':
      return sentence('answers/sso', 'ownProblem', { name });
    case 'login_required':
    case 'interaction_required':
    case 'consent_required':
    case 'account_selection_required':
      return sentence('answers/sso', 'didNotAsk', { name });
    default:
      return sentence('answers/sso', 'refusedSignIn', { name, error: shown(error) });
  }
}

const wrongSecret = (name: string) => sentence('answers/sso', 'wrongSecret', { name });

/** RFC 6749 §5.2. */
function tokenSentence(error: string, { name, redirectUri }: About): Sentence {
  switch (error) {
    case 'invalid_client':
      return wrongSecret(name);
    case 'invalid_grant':
      return sentence('answers/sso', 'answerNotAccepted', { name, redirectUri });
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return sentence('answers/sso', 'flowNotAllowed', { name });
    default:
      return sentence('answers/sso', 'refusedLastStep', { name, error: shown(error) });
  }
}

function clientError(error: ClientError, about: About): Explained {
  const { name, issuer } = about;
  const failed = (said: Sentence): Explained => ({ code: 'sso_failed', sentence: said });
  const cause = error.cause;
  const inner = cause instanceof Error ? cause.message : '';
  const detail = detailOf(error);
  const algorithm = refusedAlgorithm(error);
  if (algorithm !== null) {
    return failed(sentence('answers/sso', 'algorithmNotTaken', { name, algorithm: shown(algorithm) }));
  }
  switch (error.code) {
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return failed(unreachable(about, 'slow'));
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return failed(
        cause instanceof Response
          ? sentence('answers/sso', 'notOpenIdStatus', { issuer, status: String(cause.status) })
          : sentence('answers/sso', 'notOpenId', { issuer }),
      );
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
      return failed(sentence('answers/sso', 'notOpenId', { issuer }));
    case 'OAUTH_HTTP_REQUEST_FORBIDDEN':
    case 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN':
    case 'OAUTH_MISSING_SERVER_METADATA':
    case 'OAUTH_INVALID_SERVER_METADATA':
      return failed(ownSentence(new ProviderProblem('endpoints'), about));
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED': {
      const called = property(
        property(cause, 'body') ?? property(property(cause, 'cause'), 'body'),
        'issuer',
      );
      return typeof called === 'string'
        ? failed(ownSentence(new ProviderProblem('issuer', called), about))
        : failed(sentence('answers/sso', 'forSomebodyElse', { name }));
    }
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return failed(sentence('answers/sso', 'clocksDiffer', { name }));
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return failed(
        sentence('answers/sso', 'forAnother', {
          name,
          what: /"iss"/.test(detail) ? 'issuer' : /nonce/.test(detail) ? 'signIn' : 'other',
        }),
      );
    case 'OAUTH_KEY_SELECTION_FAILED':
      return failed(sentence('answers/sso', 'keyNotPublished', { name }));
    case 'OAUTH_INVALID_RESPONSE':
      if (/"state"/.test(inner)) {
        return {
          code: 'sso_flow_ended',
          sentence: sentence('answers/sso', 'anotherSignIn'),
        };
      }
      if (/"iss"/.test(inner)) return failed(sentence('answers/sso', 'notFromThere', { name }));
      return failed(sentence('answers/sso', 'answerMalformed', { name }));
    default:
      if (isNetworkError(cause)) return failed(unreachable(about, networkReason(cause)));
      return failed(sentence('answers/sso', 'answerMalformed', { name }));
  }
}

/** Deeper than openid-client wraps what its parts threw. */
const DEEPEST_CAUSE = 4;

/** The signing algorithm of an ID token that was refused for it; null for any other reason. */
function refusedAlgorithm(error: ClientError): string | null {
  let cause: unknown = error;
  for (let depth = 0; depth < DEEPEST_CAUSE; depth += 1) {
    cause = property(cause, 'cause');
    const algorithm = property(cause, 'alg') ?? property(property(cause, 'header'), 'alg');
    if (typeof algorithm === 'string') return algorithm;
  }
  return null;
}

type Unreached = 'name' | 'refused' | 'slow' | 'certificate' | 'other';

const unreachable = ({ name, issuer }: About, reason: Unreached) =>
  sentence('answers/sso', 'unreachable', { name, issuer, reason });

/** `fetch` throws a TypeError for everything between here and there, with the reason behind it. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError && property(error, 'cause') !== undefined;
}

function networkReason(error: unknown): Unreached {
  const code = String(property(property(error, 'cause'), 'code'));
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name';
  if (code === 'ECONNREFUSED') return 'refused';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'slow';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS/.test(code)) return 'certificate';
  return 'other';
}

function detailOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error ? `${error.message}; ${cause.message}` : error.message;
}

/** What may be logged: never a code, a token or a claim (S-52). */
export function loggable(error: unknown): { name: string; reason: string; code: unknown } {
  if (!(error instanceof Error)) return { name: 'unknown', reason: '', code: undefined };
  return {
    name: error.name,
    reason: detailOf(error),
    code: property(error, 'code') ?? property(error, 'error'),
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A word of the provider, as far as it can be shown in a sentence. */
function shown(said: string | undefined): Part {
  return printable(said ?? '') || sentence('answers/sso', 'noName');
}

const printable = (said: string) => said.replace(/[^\w./:-]/g, '').slice(0, 120);
