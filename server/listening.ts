import { createServer } from 'node:net';
import { Failure } from './failure.ts';

interface Place {
  host?: string | undefined;
  port?: number | undefined;
}

/** Throws `Failure` where nothing can listen there. Looks, and listens for a moment only. */
export async function requireFreePort({ host = '127.0.0.1', port = 0 }: Place): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ host, port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw notListening(error, { host, port });
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

/** What stands in the way of listening, with the option that changes it. */
export function notListening(error: unknown, { host, port }: Required<Place>): unknown {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (typeof code !== 'string') return error;
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} of ${host} is in use. Give another one with --port (GATEHOUSE_PORT).`,
    EACCES: `This account may not listen on port ${port}. Give one above 1023 with --port (GATEHOUSE_PORT).`,
  };
  const otherwise = `This machine can't listen on ${host} (${code}). Give an address of it with --host (GATEHOUSE_HOST), e.g. 0.0.0.0 for all that it has.`;
  return new Failure(sentences[code] ?? otherwise, { cause: error });
}
