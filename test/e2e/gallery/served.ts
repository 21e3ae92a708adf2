import { join } from 'node:path';
import { build, preview, type PreviewServer } from 'vite';

const configFile = join(import.meta.dirname, '..', '..', '..', 'vite', 'gallery.config.ts');

/** Builds the gallery and serves its files, as any static server would. Answers where, and how to end it. */
export async function serveGallery(): Promise<{ address: string; close: () => Promise<void> }> {
  await build({ configFile });
  const server: PreviewServer = await preview({ configFile, preview: { host: 'localhost', port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The gallery is served nowhere.');
  return { address, close: () => server.close() };
}
