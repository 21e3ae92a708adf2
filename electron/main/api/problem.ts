import { ERRORS, type ErrorCode, type Problem } from '../../../contract/errors.ts';

/** A refusal made here, in the words of the contract. */
export function problem(code: ErrorCode, detail: string, extra: Record<string, unknown> = {}): Problem {
  return { ...extra, ...ERRORS[code], code, detail };
}

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERRORS, code);

/**
 * The server's answer as a Problem. What isn't one of Gatehouse's (a proxy's page, another program on that port)
 * becomes one, by its status: nothing of a stranger's text is shown.
 */
export function problemFromAnswer(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && isCode(body.code)) {
    const { title } = ERRORS[body.code];
    const detail = 'detail' in body && typeof body.detail === 'string' ? body.detail : title;
    // The type attribute of RFC 9457 would be a URL, and the renderer is shown none (S-72).
    const facts = Object.entries(body).filter(([key]) => key !== 'type' && key !== 'instance');
    return { ...Object.fromEntries(facts), status, code: body.code, title, detail };
  }
  if (status === 401) return problem('not_signed_in', 'Your session has ended. Sign in again.');
  if (status === 429)
    return problem('too_many_requests', 'The server asks for a pause. Try again in a moment.');
  if (status === 502 || status === 503 || status === 504) {
    return problem(
      'unavailable',
      'The server is not ready. Try again in a moment; if it stays so, tell whoever runs it.',
    );
  }
  return problem(
    'unreachable',
    `What answers at this address does not speak as a Gatehouse server (status ${status}). Check the address, or ask whoever runs the server.`,
  );
}

/** What went wrong before there was an answer: the code of Node or OpenSSL becomes what a person can do about it. */
export function problemFromFailure(code: string | undefined, server: string): Problem {
  const [cause, advice] = sentenceFor(code ?? '');
  return problem('unreachable', `${server} ${cause}. ${advice}`);
}

type Sentence = readonly [cause: string, advice: string];

const TRUST_CODES =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|INVALID_CA|CERT_REJECTED)$/;

function sentenceFor(code: string): Sentence {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return ['cannot be found', 'Check the name in the address and your network connection.'];
    case 'ECONNREFUSED':
      return ['refuses the connection', 'Check that the server is running and that the port is right.'];
    case 'ECONNABORTED':
    case 'ETIMEDOUT':
    case 'ESOCKETTIMEDOUT':
      return ['does not answer', 'Check your network connection, then try again.'];
    case 'PIN_MISMATCH':
      return [
        'shows another key than the one pinned for it',
        'Do not sign in. Ask whoever runs the server whether its key changed.',
      ];
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return [
        'shows a certificate for another name',
        'Use the name in its certificate, or ask whoever runs the server.',
      ];
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return [
        'shows a certificate that is not valid today',
        "Check this computer's date, or ask whoever runs the server to renew it.",
      ];
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
      return ['does not speak TLS there', 'Check the port in the address.'];
    default:
      return TRUST_CODES.test(code)
        ? [
            'shows a certificate that this computer does not trust',
            "Add your organisation's CA certificate to this profile.",
          ]
        : ['cannot be reached', 'Check your network connection and the address, then try again.'];
  }
}
