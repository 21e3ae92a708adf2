import { sentence } from '../contract/words/sentence.ts';
import type { Sentence } from '../contract/words/sentence.ts';
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
  return new Failure(sentenceOf(code, host, String(port)), { cause: error });
}

function sentenceOf(code: string, host: string, port: string): Sentence {
  if (code === 'EADDRINUSE') return sentence('cli', 'portInUse', { port, host });
  if (code === 'EACCES') return sentence('cli', 'portForbidden', { port });
  return sentence('cli', 'cannotListen', { host, code });
}
