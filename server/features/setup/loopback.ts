import { isIP } from 'node:net';

/** Whether a host to listen on is this computer only. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
