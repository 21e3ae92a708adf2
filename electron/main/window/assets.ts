import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { isAppUrl } from './appOrigin.ts';
import { headersFor } from './headers.ts';

/**
 * The file below `root` that an address of the app asks for; undefined where it asks for none of ours.
 * An address without a file ending is a route of the page, so it gets the page.
 */
export function assetPath(root: string, address: string): string | undefined {
  if (!isAppUrl(address)) return undefined;
  const path = decoded(new URL(address).pathname);
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined;
  const file = normalize(join(root, extname(path) === '' ? 'index.html' : path));
  return file.startsWith(root + sep) ? file : undefined;
}

/** Answers a request to the app's own scheme from the files that came with it. */
export async function answerFromFiles(
  root: string,
  request: { method: string; url: string },
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const file = assetPath(root, request.url);
  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || content === undefined)
    return new Response(null, { status: 404, headers: headersFor('') });
  return new Response(new Uint8Array(content), { headers: headersFor(extname(file)) });
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
