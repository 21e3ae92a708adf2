import type { FastifyInstance } from 'fastify';
import { plainAddress } from '../address.ts';

const HEADER = 'x-forwarded-for';

/**
 * Reads each address of a forwarded chain before anything asks for the client's: some gateways (Azure's among them) write
 * ports. A proxy of the chain is trusted by its address, and a client that comes from another port is the same one (S-106).
 */
export function registerForwarded(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw: { headers } }) => {
    const chain = headers[HEADER];
    if (typeof chain === 'string') headers[HEADER] = chain.split(',').map(plainAddress).join(', ');
  });
}
