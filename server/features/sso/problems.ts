import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { ErrorCode } from '../../../contract/errors.ts';

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
  sentence: string;
}

interface About {
  name: string;
  issuer: string;
  redirectUri: string;
}

/** One clear sentence for whatever went wrong between here and an identity provider; null for what is our own fault. */
export function explain(error: unknown, about: About): Explained | null {
  const { name } = about;
  const failed = (sentence: string): Explained => ({ code: 'sso_failed', sentence });
  if (error instanceof ProviderProblem) return failed(ownSentence(error, about));
  if (error instanceof AuthorizationResponseError) return failed(refusedSentence(error.error, name));
  if (error instanceof ResponseBodyError) return failed(tokenSentence(error.error, about));
  if (error instanceof WWWAuthenticateChallengeError) {
    return failed(
      error.status === 401
        ? wrongSecret(name)
        : `${name} refused the last step (${error.status}). Check the client's settings there.`,
    );
  }
  if (error instanceof ClientError) return clientError(error, about);
  if (isNetworkError(error)) return failed(unreachable(about, networkReason(error)));
  return null;
}

function ownSentence({ kind, said }: ProviderProblem, { name, issuer, redirectUri }: About): string {
  switch (kind) {
    case 'issuer':
      return `${name} calls itself ${shown(said)}, not ${issuer}. Enter the issuer exactly as the provider writes it.`;
    case 'endpoints':
      return `${name} does not name all of its addresses, or one of them does not begin with https://. Check the issuer.`;
    case 'no_id_token':
      return `${name} sent no ID token. It has to speak OpenID Connect, not OAuth alone.`;
    case 'user_info': {
      const answer =
        said === undefined
          ? 'did not answer as it should'
          : `answered ${said.split(' ').map(shown).join(', ')}`;
      return `${name} says who signed in, but not by which e-mail address: its userinfo endpoint ${answer}. Have it put the claims email and email_verified into the ID token.`;
    }
    case 'redirect_uri':
      return `${name} does not know the address to come back to. Register ${redirectUri} there as a redirect URI.`;
    case 'client_id':
      return `${name} does not know this client ID. Copy it from the provider again.`;
  }
}

/** RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6. */
function refusedSentence(error: string, name: string): string {
  switch (error) {
    case 'access_denied':
      return `${name} did not let you in, or you cancelled there. Try again, or ask to be given access to Gatehouse there.`;
    case 'unauthorized_client':
    case 'unsupported_response_type':
      return `${name} does not allow this client the authorization code flow. Allow it there.`;
    case 'invalid_scope':
      return `${name} does not allow the scopes openid, profile and email. Allow them there.`;
    case 'temporarily_unavailable':
    case 'server_error':
      return `${name} has a problem of its own just now. Try again in a moment.`;
    case 'login_required':
    case 'interaction_required':
    case 'consent_required':
    case 'account_selection_required':
      return `${name} did not ask you to sign in. Try again.`;
    default:
      return `${name} refused the sign-in (${shown(error)}). Try again; if it goes on, tell your administrator.`;
  }
}

const wrongSecret = (name: string) =>
  `${name} does not accept the client secret. Copy it from the provider again; it may have expired.`;

/** RFC 6749 §5.2. */
function tokenSentence(error: string, { name, redirectUri }: About): string {
  switch (error) {
    case 'invalid_client':
      return wrongSecret(name);
    case 'invalid_grant':
      return `${name} did not accept its own answer: it was used before, took too long, or ${redirectUri} is not registered. Try again.`;
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return `${name} does not allow this client the authorization code flow. Allow it there.`;
    default:
      return `${name} refused the last step (${shown(error)}). Check the client's settings there.`;
  }
}

function clientError(error: ClientError, about: About): Explained {
  const { name, issuer } = about;
  const failed = (sentence: string): Explained => ({ code: 'sso_failed', sentence });
  const cause = error.cause;
  const inner = cause instanceof Error ? cause.message : '';
  const detail = detailOf(error);
  const algorithm = refusedAlgorithm(error);
  if (algorithm !== null) {
    return failed(
      `${name} signs its ID tokens with ${shown(algorithm)}, which is not taken here. Choose RS256 or ES256 as the signing algorithm of ID tokens for this client there.`,
    );
  }
  switch (error.code) {
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return failed(unreachable(about, 'it took too long to answer'));
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
      return failed(
        `${issuer} answers${cause instanceof Response ? ` with ${cause.status}` : ''}, but not as an OpenID provider does. Check the issuer.`,
      );
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
      return failed(`${issuer} answers, but not as an OpenID provider does. Check the issuer.`);
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
        : failed(`${name} answered for somebody else than who signed in. Tell your administrator.`);
    }
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return failed(`The clocks of ${name} and of this server differ too much. Set both by a time server.`);
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return failed(
        `${name} answered for another ${/"iss"/.test(detail) ? 'issuer' : /nonce/.test(detail) ? 'sign-in' : 'client'}. Begin the sign-in again; if it goes on, tell your administrator.`,
      );
    case 'OAUTH_KEY_SELECTION_FAILED':
      return failed(
        `${name} signed its answer with a key that it does not publish. Tell your administrator.`,
      );
    case 'OAUTH_INVALID_RESPONSE':
      if (/"state"/.test(inner)) {
        return {
          code: 'sso_flow_ended',
          sentence: 'This answer belongs to another sign-in. Begin again, in one window.',
        };
      }
      if (/"iss"/.test(inner))
        return failed(`This answer does not come from ${name}. Begin the sign-in again.`);
      return failed(
        `${name} sent an answer that is not as OpenID Connect asks for. Begin the sign-in again.`,
      );
    default:
      if (isNetworkError(cause)) return failed(unreachable(about, networkReason(cause)));
      return failed(
        `${name} sent an answer that is not as OpenID Connect asks for. Begin the sign-in again.`,
      );
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

const unreachable = ({ name, issuer }: About, reason: string) =>
  `${name} cannot be reached at ${issuer}: ${reason}. Check the issuer and the server's network.`;

/** `fetch` throws a TypeError for everything between here and there, with the reason behind it. */
function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError && property(error, 'cause') !== undefined;
}

function networkReason(error: unknown): string {
  const code = String(property(property(error, 'cause'), 'code'));
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no server by that name';
  if (code === 'ECONNREFUSED') return 'nothing answers there';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'it took too long to answer';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS/.test(code)) return 'its certificate is not trusted here';
  return 'the connection failed';
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
function shown(said: string | undefined): string {
  return (said ?? '').replace(/[^\w./:-]/g, '').slice(0, 120) || 'no name';
}
