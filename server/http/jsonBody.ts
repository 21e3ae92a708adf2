import { sentence } from '../../contract/words/sentence.ts';
import { refuse } from '../refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Deeper than any operation's input by far. */
const DEEPEST = 32;

/**
 * Parses a JSON body strictly: UTF-8 only, not nested without end, and no key that could reach an object's prototype.
 * Empty is no body.
 */
export async function parseJsonBody(_request: unknown, body: Buffer): Promise<unknown> {
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw refuse('invalid_input', { detail: sentence('answers/http', 'notUtf8') });
  }
  // Before it is parsed: whoever walks through it calls itself as often as it is deep.
  if (isTooDeep(text)) throw refuse('invalid_input', { detail: sentence('answers/http', 'tooDeep') });
  try {
    // A reviver is asked for every value: most bodies can't hold such a key, written out or with escapes.
    const mayHoldPrototype = text.includes('__proto__') || text.includes('\\');
    return mayHoldPrototype ? JSON.parse(text, refusePrototypeKeys) : JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse('invalid_input', { detail: sentence('answers/http', 'notJson') });
  }
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__') {
    throw refuse('invalid_input', { detail: sentence('answers/http', 'notKnown', { name: key }) });
  }
  return value;
}

/** Counts brackets outside of texts; what is no JSON is found by the parser. A text needs no end here, or each quote would be tried. */
function isTooDeep(json: string): boolean {
  // With fewer brackets than that there is nothing to walk through: what a sign-in sends has one.
  if ((json.match(/[[{]/g) ?? []).length <= DEEPEST) return false;
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
