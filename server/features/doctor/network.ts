import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect } from 'node:tls';

const PATIENCE_MS = 5000;

/** Whether a name leads to any address, as this machine sees it. */
export async function isResolved(host: string): Promise<boolean> {
  return lookup(host).then(
    () => true,
    () => false,
  );
}

/** What a browser would be shown there: when the certificate ends (UTC ms), or why it is refused. */
export function certificateAt(host: string, port: number): Promise<{ endsAt: number } | { problem: string }> {
  return new Promise((resolve) => {
    const name = isIP(host) ? {} : { servername: host };
    const socket = connect({ host, port, ...name }, () => {
      const endsAt = Date.parse(socket.getPeerCertificate().valid_to);
      socket.destroy();
      resolve({ endsAt });
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no answer in ${PATIENCE_MS / 1000} s`)));
    socket.on('error', ({ message }) => resolve({ problem: message }));
  });
}
