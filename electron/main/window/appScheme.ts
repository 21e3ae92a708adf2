import { protocol } from 'electron';
import { APP_SCHEME } from './appOrigin.ts';
import { answerFromFiles } from './assets.ts';

/** Before the app is ready: the scheme counts as secure and has origins, and nothing more than a page needs. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
    },
  ]);
}

/** Once the app is ready: serves the page from its folder. */
export function serveAppScheme(root: string): void {
  protocol.handle(APP_SCHEME, (request) => answerFromFiles(root, request));
}
