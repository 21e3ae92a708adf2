import { createHmac } from 'node:crypto';
import { request as requestPlainly } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestByTls } from 'node:https';
import { LONGEST_SEND_MS, TooLarge } from './destination.ts';
import type { SiemDestination } from './destination.ts';
import type { Trust } from './trust.ts';

const MOST_ANSWER_BYTES = 65_536;

/**
 * Batches by POST, a line of JSON each. Signed over the time and the body, so that a receiver knows who sent it, unchanged, and can
 * refuse what is sent again later by somebody else. Any 2xx whose answer came whole is an acknowledgement; no redirect is followed.
 */
export function createHttpsDestination(
  { url: text, secret }: { url: string; secret: string },
  trust: Trust,
  longestMs = LONGEST_SEND_MS,
): SiemDestination {
  const url = new URL(text);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return {
    name: 'https',
    address: `${url.origin}${url.pathname}`,
    isUnacknowledged: false,
    mostLineBytes: null,
    async send(lines, { now, signal }) {
      const body = Buffer.from(lines.map(({ json }) => `${json}\n`).join(''));
      const time = String(Math.floor(now / 1000));
      const headers = {
        'content-type': 'application/x-ndjson',
        'content-length': body.length,
        'user-agent': 'Gatehouse',
        'gatehouse-timestamp': time,
        'gatehouse-signature': `v1=${signatureOf(secret, time, body)}`,
        ...(username !== '' && { authorization: `Basic ${basic.toString('base64')}` }),
      };
      const end = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
      const options = { method: 'POST', headers, signal: end, agent: false } as const;
      const sent =
        url.protocol === 'https:'
          ? requestByTls(url, { ...options, ...trust })
          : requestPlainly(url, options);
      try {
        const response = await new Promise<IncomingMessage>((resolve, reject) => {
          sent.on('error', reject).once('response', resolve).end(body);
        });
        const answer = await readAnswer(response);
        judge(response, answer, lines.length);
        if (!sent.writableFinished) throw new Error('the receiver answered before it had read all');
      } catch (error) {
        // The signal's own words say less than its reason.
        throw end.aborted && end.reason instanceof Error ? end.reason : error;
      } finally {
        sent.destroy();
      }
    },
  };
}

/** Over the time and a dot before the body, as receivers compute it again. */
function signatureOf(secret: string, time: string, body: Buffer): string {
  return createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
}

/** All of it, or this throws: an answer that was cut off says nothing. */
async function readAnswer(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) throw new Error('the answer was too long');
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error('the answer was cut off');
  return Buffer.concat(chunks).toString('utf8');
}

/** A page is what a portal or a proxy says to anything; a count that isn't ours is of something else. */
function judge({ statusCode = 0, headers }: IncomingMessage, answer: string, lines: number): void {
  if (statusCode === 413) throw new TooLarge('answered 413');
  if (statusCode < 200 || statusCode > 299) throw new Error(`answered ${statusCode}`);
  if (/^text\/html\b/i.test(headers['content-type'] ?? '')) throw new Error('answered with a page');
  const accepted = acceptedIn(answer);
  if (accepted !== undefined && accepted !== lines)
    throw new Error(`kept another number of lines than ${lines}`);
}

/** `{"accepted": 12}`, of a receiver that says how many lines it kept. */
function acceptedIn(answer: string): unknown {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === 'object' && value !== null ? Reflect.get(value, 'accepted') : undefined;
  } catch {
    return undefined;
  }
}
