import { isAppUrl } from './appOrigin.ts';
import { CONTENT_SECURITY_POLICY } from './headers.ts';

/** Where vite serves the page while somebody changes it, and the nonce of what it puts into it. */
export interface DevPage {
  address: string;
  nonce: string;
}

/** What `npm run dev -- desktop` says by the environment; undefined where nobody did. SECURITY: not asked in a packaged app. */
export function readDevPage(environment: NodeJS.ProcessEnv): DevPage | undefined {
  const { GATEHOUSE_DEV_PAGE: address, GATEHOUSE_DEV_NONCE: nonce } = environment;
  return address && nonce ? { address, nonce } : undefined;
}

/** Answers a request to the app's own scheme by asking vite: the page keeps its origin, and with it all that is checked by it. */
export async function answerFromVite(
  page: DevPage,
  request: Pick<Request, 'method' | 'url' | 'headers'>,
): Promise<Response> {
  if (request.method !== 'GET' || !isAppUrl(request.url)) return new Response(null, { status: 404 });
  const { pathname, search } = new URL(request.url);
  const answer = await fetch(new URL(pathname + search, page.address), {
    headers: { accept: request.headers.get('accept') ?? '*/*' },
  });
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: {
      'content-type': answer.headers.get('content-type') ?? 'application/octet-stream',
      'content-security-policy': devPolicy(page),
      'cache-control': 'no-store',
    },
  });
}

/** The page's policy but for vite: its inline script and style elements, and the socket by which it tells of changes. */
export function devPolicy({ address, nonce }: DevPage): string {
  const { host } = new URL(address);
  return CONTENT_SECURITY_POLICY.replaceAll(/(script|style)-src 'self'/g, `$& 'nonce-${nonce}'`).replace(
    "connect-src 'none'",
    `connect-src ws://${host}`,
  );
}
