import type { ErrorCode, Problem, Result } from '../../../contract/errors.ts';
import { operationOf, type OperationName } from '../../../contract/operations.ts';
import type { Connection } from './connection.ts';
import type { Loopback } from './loopback.ts';
import type { Words } from '../words.ts';

export interface DesktopSsoDeps {
  connection: Pick<Connection, 'call' | 'profile'>;
  listen: () => Promise<Loopback>;
  openExternal: (url: string) => Promise<void>;
  after: (ms: number, act: () => void) => { cancel(): void };
  /** Brings the app's window to the front again. */
  show: () => void;
  problem: (code: ErrorCode, detail: string) => Problem;
  say: Words['say'];
}

export type DesktopSso = ReturnType<typeof createDesktopSso>;

/** As long as the server remembers a sign-in; milliseconds. */
const PATIENCE_MS = 15 * 60_000;

/**
 * Sign-in at a provider by the system's browser (RFC 8252): begun, answered on loopback and completed here, so that the page
 * sees neither flow, code nor token (S-17, S-72). One at a time: another one takes its place.
 */
export function createDesktopSso(deps: DesktopSsoDeps) {
  let running: Loopback | undefined;
  const refused = (code: ErrorCode, detail: string): Result<never> => ({
    ok: false,
    error: deps.problem(code, detail),
  });

  async function go(
    begin: OperationName,
    complete: OperationName,
    input: Record<string, unknown>,
  ): Promise<Result<unknown>> {
    running?.close();
    const profile = deps.connection.profile()?.id;
    const loopback = await deps.listen();
    running = loopback;
    const patience = deps.after(PATIENCE_MS, loopback.close);
    try {
      const begun = await deps.connection.call(operationOf(begin), { ...input, loopbackPort: loopback.port });
      if (!begun.ok || !isBegun(begun.data)) return found(begun);
      const { flow, url } = begun.data;
      if (!isSafeUrl(url)) return refused('sso_failed', deps.say('providerNotHttps'));
      const answered = loopback.answer(new URL(url).searchParams.get('state') ?? '');
      await deps.openExternal(url);
      const parameters = await answered;
      if (parameters === null) return refused('sso_flow_ended', deps.say('signInLeft'));
      deps.show();
      // SECURITY: the flow is a secret of the server that gave it.
      if (deps.connection.profile()?.id !== profile)
        return refused('sso_flow_ended', deps.say('otherServerChosen'));
      return await deps.connection.call(operationOf(complete), { flow, parameters });
    } finally {
      patience.cancel();
      loopback.close();
      if (running === loopback) running = undefined;
    }
  }

  return {
    signIn: (providerId: string) => go('sso.begin', 'sso.complete', { providerId }),
    stepUp: () => go('me.beginSsoStepUp', 'me.completeSsoStepUp', {}),
    test: (providerId: string) =>
      go('settings.sso.beginTest', 'settings.sso.completeTest', { id: providerId }),
    cancel: () => running?.close(),
  };
}

function isBegun(data: unknown): data is { flow: string; url: string } {
  return (
    typeof data === 'object' &&
    data !== null &&
    'flow' in data &&
    typeof data.flow === 'string' &&
    'url' in data &&
    typeof data.url === 'string'
  );
}

/** A refusal, or what a test found before anybody was asked to sign in. */
function found(begun: Result<unknown>): Result<unknown> {
  if (!begun.ok) return begun;
  const { data } = begun;
  return {
    ok: true,
    data: typeof data === 'object' && data !== null && 'result' in data ? data.result : data,
  };
}

/** https, or http to this computer: what else a server asks to be opened could be a program. */
function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username } = new URL(url);
  if (username !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}
