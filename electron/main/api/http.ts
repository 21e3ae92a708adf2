import axios, { type AxiosInstance } from 'axios';
import type { Agent } from 'node:http';
import { type } from 'node:os';
import { API_BASE } from '../../../contract/operations.ts';

/** What every request of this profile has in common. */
export function createHttp(origin: string, agent: Agent): AxiosInstance {
  return axios.create({
    adapter: 'http',
    baseURL: origin + API_BASE,
    httpAgent: agent,
    httpsAgent: agent,
    // SECURITY: a redirect would carry the bearer token to wherever the answer points.
    maxRedirects: 0,
    // SECURITY: axios would take a proxy from the environment, and send the token to it in the clear.
    proxy: false,
    maxContentLength: 64 * 1024 * 1024,
    maxBodyLength: 64 * 1024 * 1024,
    validateStatus: () => true,
    // The user agent is what a person reads in the list of their sessions.
    headers: { accept: 'application/json', 'user-agent': `Gatehouse desktop (${type()})` },
  });
}

/** The code of what went wrong beneath HTTP, from axios, Node or OpenSSL. */
export function failureCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_BAD_'))
    return error.code;
  return 'cause' in error ? failureCode(error.cause) : undefined;
}
