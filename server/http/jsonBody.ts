import { refuse } from './refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Parses a JSON body strictly: UTF-8 only, and no key that could reach an object's prototype. Empty is no body. */
export async function parseJsonBody(_request: unknown, body: Buffer): Promise<unknown> {
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw refuse('invalid_input', { detail: 'The request is not in UTF-8. Send it as UTF-8.' });
  }
  try {
    return JSON.parse(text, refusePrototypeKeys);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse('invalid_input', { detail: 'The request is not valid JSON. Check it and send it again.' });
  }
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__') throw refuse('invalid_input', { detail: '“__proto__” is not known here.' });
  return value;
}
