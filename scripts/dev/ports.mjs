/** Where development listens: on this machine only. */
import { createServer } from 'node:net';

export const HOST = '127.0.0.1';

/** @returns {Promise<number>} a port that is free now, for what keeps it over its restarts */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, HOST, () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0));
    });
  });
}
