import { createHash, X509Certificate } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import {
  connect,
  createSecureContext,
  getCACertificates,
  type ConnectionOptions,
  type TLSSocket,
} from 'node:tls';

/**
 * Whom a profile believes (S-74): the system's roots, its own CA (PEM) in their place, or one pinned key.
 * There is no "ignore errors".
 */
export interface Trust {
  ca?: string;
  /** `sha256/` and the base64 SHA-256 of the server's SubjectPublicKeyInfo (RFC 7469 §2.4). */
  pin?: string;
}

class PinMismatch extends Error {
  readonly code = 'PIN_MISMATCH';
}

/** One agent for one profile; it keeps connections, so destroy it when the profile changes. */
export function createAgent(origin: string, trust: Trust): HttpAgent {
  if (new URL(origin).protocol === 'http:') return new HttpAgent({ keepAlive: true });
  if (trust.pin !== undefined) return pinnedAgent(trust.pin);
  // Made once: reading hundreds of roots for each connection would cost a tenth of a second.
  const secureContext = createSecureContext({ minVersion: 'TLSv1.2', ca: trust.ca ?? systemRoots() });
  return new HttpsAgent({ keepAlive: true, secureContext });
}

/** Whether a text is a certificate that can stand as a CA, or a pin. Neither is kept unless it can be used. */
export function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

export const isPin = (text: string) => /^sha256\/[A-Za-z0-9+/]{43}=$/.test(text);

/** The pin of a certificate, as `isPin` takes it. */
export function pinOf(certificate: X509Certificate): string {
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return `sha256/${createHash('sha256').update(key).digest('base64')}`;
}

// Node's own list would leave out a CA that the organisation has installed on its computers.
const systemRoots = () => [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];

function pinnedAgent(pin: string): HttpsAgent {
  const agent = new HttpsAgent({ keepAlive: true, minVersion: 'TLSv1.2' });
  // SECURITY: the pin takes the place of the chain, so the chain isn't asked. The socket is handed over only after the
  // key has matched: until then not a byte of a request, and so no token, has left.
  agent.createConnection = (options, callback) => {
    const socket = connect({ ...(options as ConnectionOptions), rejectUnauthorized: false }, () => {
      const seen = presentedPin(socket);
      if (seen === pin) callback?.(null, socket);
      else socket.destroy(new PinMismatch(`presented ${seen ?? 'no certificate'}`));
    });
    socket.once('error', (error) => callback?.(error, socket));
    return undefined;
  };
  return agent;
}

function presentedPin(socket: TLSSocket): string | undefined {
  const certificate = socket.getPeerX509Certificate();
  return certificate && pinOf(certificate);
}
