import type { SerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: https (or loopback) only, this host only, the whole path (RFC 6265bis; S-16). */
const SESSION_COOKIE = '__Host-gatehouse';

const ATTRIBUTES: SerializeOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' };

export function setSessionCookie(reply: FastifyReply, token: string, expiresAt: number): void {
  reply.setCookie(SESSION_COOKIE, token, { ...ATTRIBUTES, expires: new Date(expiresAt) });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, ATTRIBUTES);
}

/** Where a session's token came from: a bearer token goes before a cookie. */
export function tokenOf(request: FastifyRequest): { token: string; from: 'bearer' | 'cookie' } | null {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { token: bearer, from: 'bearer' };
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie ? { token: cookie, from: 'cookie' } : null;
}
