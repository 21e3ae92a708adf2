import type { FastifyInstance } from 'fastify';
import { plainAddress } from '../address.ts';
import { cameByUnknownProxy } from './proxied.ts';

const HEADER = 'x-forwarded-for';

/**
 * Reads each address of a forwarded chain before anything asks for the client's: some gateways (Azure's among them) write
 * ports. A proxy of the chain is trusted by its address, and a client that comes from another port is the same one (S-106).
 * The first request of a proxy that nobody named is told of: to this server all its clients are one.
 */
export function registerForwarded(app: FastifyInstance): void {
  let told = false;
  app.addHook('onRequest', async (request) => {
    const { headers } = request.raw;
    const chain = headers[HEADER];
    if (typeof chain === 'string') headers[HEADER] = chain.split(',').map(plainAddress).join(', ');
    if (told || !cameByUnknownProxy(request)) return;
    told = true;
    const address = plainAddress(request.socket.remoteAddress ?? '');
    request.log.warn(
      `A request came with forwarded headers from ${address}, which is not named as a proxy: all its clients count as one, so that they share one limit. If it is your proxy, name it: GATEHOUSE_TRUST_PROXY=${address}`,
    );
  });
}
