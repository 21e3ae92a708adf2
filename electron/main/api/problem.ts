import { ERRORS, type ErrorCode, type Problem } from '../../../contract/errors.ts';
import type { SayOf } from '../../../contract/words/write.ts';

/** A refusal made here, in the words of the contract. */
export function problem(code: ErrorCode, detail: string, extra: Record<string, unknown> = {}): Problem {
  return { ...extra, ...ERRORS[code], code, detail };
}

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERRORS, code);

/**
 * The server's answer as a Problem. What isn't one of Gatehouse's (a proxy's page, another program on that port)
 * becomes one, by its status: nothing of a stranger's text is shown.
 */
export function problemFromAnswer(say: SayOf<'desktop'>, status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && isCode(body.code)) {
    const { title } = ERRORS[body.code];
    const detail = 'detail' in body && typeof body.detail === 'string' ? body.detail : title;
    // The type attribute of RFC 9457 would be a URL, and the renderer is shown none (S-72).
    const facts = Object.entries(body).filter(([key]) => key !== 'type' && key !== 'instance');
    return { ...Object.fromEntries(facts), status, code: body.code, title, detail };
  }
  if (status === 401) return problem('not_signed_in', say('sessionEnded'));
  if (status === 429) return problem('too_many_requests', say('asksForPause'));
  if (status === 502 || status === 503 || status === 504) return problem('unavailable', say('notReady'));
  return problem('unreachable', say('notGatehouse', { status: String(status) }));
}

/** What went wrong before there was an answer: the code of Node or OpenSSL becomes what a person can do about it. */
export function problemFromFailure(say: SayOf<'desktop'>, code: string | undefined, server: string): Problem {
  return problem('unreachable', say(sentenceFor(code ?? ''), { server }));
}

const TRUST_CODES =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|INVALID_CA|CERT_REJECTED)$/;

function sentenceFor(code: string) {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'notFound';
    case 'ECONNREFUSED':
      return 'refuses';
    case 'ECONNABORTED':
    case 'ETIMEDOUT':
    case 'ESOCKETTIMEDOUT':
      return 'silent';
    case 'PIN_MISMATCH':
      return 'otherKey';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'otherName';
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return 'notValidToday';
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
      return 'noTls';
    default:
      return TRUST_CODES.test(code) ? 'notTrusted' : 'notReached';
  }
}
