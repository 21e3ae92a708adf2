import { createPrivateKey, createSign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Config } from '../../config.ts';
import { withMarks } from '../../../contract/text.ts';
import type { SmtpOauth } from '../settings/current.ts';

/** By what a mail server lets a mailbox in: a service that gives tokens, and the secret that it gives them for. */
export interface TokenSource {
  oauth: SmtpOauth;
  /** The mailbox. */
  username: string;
  /** A client's secret, or a private key as `readPrivateKey` reads it. */
  secret: string;
}

const LONGEST_MS = 15_000;
const MOST_BYTES = 65_536;
/** A token that ends sooner is asked for anew: a round of mails takes a while. */
const SPARE_MS = 5 * 60_000;
const JWT_SECONDS = 3600;
const LONGEST_WORDS = 200;

/** Of each server by itself. */
const known = new WeakMap<Config, Map<string, { token: string; until: number }>>();

/**
 * A token for SMTP (XOAUTH2): by client credentials (RFC 6749 §4.4), as Exchange Online asks for, or by a signed assertion (RFC 7523),
 * as Google Workspace does. Kept until shortly before its end. Throws what the service said.
 *
 * @param now UTC ms
 */
export async function mailToken(config: Config, source: TokenSource, now: number): Promise<string> {
  const tokens = known.get(config) ?? new Map<string, { token: string; until: number }>();
  known.set(config, tokens);
  const key = JSON.stringify(source);
  const kept = tokens.get(key);
  if (kept && kept.until > now) return kept.token;
  const made = await askForToken(source, now);
  tokens.clear();
  tokens.set(key, { token: made.token, until: now + made.seconds * 1000 - SPARE_MS });
  return made.token;
}

/** The mail server took one no longer: the next try asks for another. */
export function forgetTokens(config: Config): void {
  known.delete(config);
}

async function askForToken(source: TokenSource, now: number): Promise<{ token: string; seconds: number }> {
  const { oauth, secret } = source;
  const { host } = new URL(oauth.tokenUrl);
  const response = await fetch(oauth.tokenUrl, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(formOf(source, now)),
    // SECURITY: the secret goes to the address that was named, and to no other.
    redirect: 'manual',
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  const said = await boundedJson(response);
  const { access_token: token, expires_in: seconds } = said;
  if (response.ok && typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) {
    return { token, seconds: typeof seconds === 'number' ? seconds : 0 };
  }
  const words = [said['error'], said['error_description']].filter((each) => typeof each === 'string');
  const told = withMarks(words.join(' ').replaceAll(secret, '…').slice(0, LONGEST_WORDS));
  throw new Error(`${host}: ${response.status} ${told}`);
}

function formOf({ oauth, username, secret }: TokenSource, now: number): Record<string, string> {
  const { grant, tokenUrl, clientId, scope } = oauth;
  if (grant === 'client_credentials') {
    return { grant_type: grant, client_id: clientId, client_secret: secret, scope };
  }
  const issued = Math.floor(now / 1000);
  const claims = {
    iss: clientId,
    sub: username,
    scope,
    aud: tokenUrl,
    iat: issued,
    exp: issued + JWT_SECONDS,
  };
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: signed(claims, readPrivateKey(secret)),
  };
}

function signed(claims: object, key: KeyObject): string {
  const text = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** An RSA key as PEM, also on one line, or as the JSON file that Google gives out. Throws where it is none. */
export function readPrivateKey(text: string): KeyObject {
  const pem = text.trimStart().startsWith('{') ? keyInJson(text) : text;
  const [, name = '', body = ''] = /-----BEGIN ([A-Z ]+)-----([\s\S]*?)-----END/.exec(pem) ?? [];
  const lines = body.replaceAll(/\s/g, '').match(/.{1,64}/g) ?? [];
  const key = createPrivateKey(`-----BEGIN ${name}-----\n${lines.join('\n')}\n-----END ${name}-----\n`);
  if (key.asymmetricKeyType !== 'rsa') throw new Error('RS256 needs an RSA key.');
  return key;
}

function keyInJson(text: string): string {
  const { private_key: key } = JSON.parse(text) as { private_key?: unknown };
  return typeof key === 'string' ? key : '';
}

async function boundedJson(response: Response): Promise<Record<string, unknown>> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST_BYTES) break;
  }
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
