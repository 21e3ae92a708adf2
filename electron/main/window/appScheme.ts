import { protocol } from 'electron';
import { APP_SCHEME } from './appOrigin.ts';

/** Before the app is ready: the scheme counts as secure and has origins, and nothing more than a page needs. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
    },
  ]);
}

/** Once the app is ready: serves the page, from wherever `answer` has it. */
export function serveAppScheme(answer: (request: Request) => Promise<Response>): void {
  protocol.handle(APP_SCHEME, answer);
}
