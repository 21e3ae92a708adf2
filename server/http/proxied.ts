import type { FastifyRequest } from 'fastify';
import { plainAddress } from '../address.ts';
import { isLoopback } from '../config.ts';
import { hostName } from './hosts.ts';

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded'];

/** Whether a request says that somebody passed it on whom nobody configured: whose it is can't be told (S-62). */
export function cameByUnknownProxy({ headers, ips }: FastifyRequest): boolean {
  // Of a proxy that is trusted its client's address is in the chain, after its own.
  return FORWARDED.some((name) => headers[name] !== undefined) && (ips?.length ?? 1) < 2;
}

/** Whether a request was made on this very machine, as far as anything tells. */
export function isFromThisMachine(request: FastifyRequest): boolean {
  // The socket's own address, for a forwarded header must not open this; and whom a proxy on this machine speaks for.
  const addresses = [request.socket.remoteAddress ?? '', request.ip];
  return !cameByUnknownProxy(request) && addresses.every((address) => isLoopback(plainAddress(address)));
}

/** The same, in a browser that has this machine's own name in its address line. */
export function isAtThisMachine(request: FastifyRequest): boolean {
  return isFromThisMachine(request) && isLoopback(hostName(request.host) ?? '');
}
