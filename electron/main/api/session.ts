/** Where the one bearer token of a profile lives; handed in, for this room knows neither disk nor keychain. */
export interface TokenStore {
  get(): string | undefined;
  set(token: string): void;
  clear(): void;
}

/**
 * SECURITY: takes `session.token` out of an answer before anything else sees it (S-72). The renderer gets who is signed
 * in and until when; the token goes to the store and nowhere else.
 */
export function takeToken(data: unknown): { data: unknown; token: string | undefined } {
  if (!isRecord(data) || !isRecord(data['session'])) return { data, token: undefined };
  const { token, ...session } = data['session'];
  return { data: { ...data, session }, token: typeof token === 'string' ? token : undefined };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
