import { once } from 'node:events';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { readSyslogTlsUrl } from '../../../config/siemUrl.ts';
import { rfc3339 } from '../../../time.ts';
import { LONGEST_SEND_MS } from './destination.ts';
import type { SiemDestination, SiemLine } from './destination.ts';
import type { Trust } from './trust.ts';

/** Facility *log audit* (RFC 5424 §6.2.1). */
const FACILITY = 13;
/** By OCSF's severity, from unknown and informational to fatal. */
const SEVERITIES = [5, 6, 5, 4, 3, 2, 1];
/** What receivers can be told to take; more they cut off. */
const MOST_LINE_BYTES = 60_000;
/** For what is under way in both directions when all is written. */
const SETTLING_MS = 200;

/**
 * Syslog over TLS (RFC 5424, RFC 5425), a connection for each batch. Syslog acknowledges nothing, but who closes a connection after
 * this end of it has read all that came (else the system resets it): a batch counts when the receiver ends the connection in order, after
 * we did.
 */
export function createSyslogDestination(
  url: string,
  trust: Trust,
  longestMs = LONGEST_SEND_MS,
): SiemDestination {
  const { host, port } = readSyslogTlsUrl(url);
  return {
    name: 'syslog',
    address: `${host}:${port}`,
    isUnacknowledged: true,
    mostLineBytes: MOST_LINE_BYTES,
    async send(lines, { signal }) {
      const name = isIP(host) ? {} : { servername: host };
      const socket = connect({ host, port, ...name, ...trust });
      const end = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
      const abort = () => socket.destroy(end.reason instanceof Error ? end.reason : new Error('ended'));
      end.addEventListener('abort', abort, { once: true });
      if (end.aborted) abort();
      try {
        await sendAll(socket, Buffer.concat(lines.map(frameOf)));
      } finally {
        end.removeEventListener('abort', abort);
        socket.destroy();
      }
    },
  };
}

async function sendAll(socket: TLSSocket, frames: Buffer): Promise<void> {
  // What it answers is nothing that we asked for.
  const ended = new Promise<'ended'>((resolve) => socket.resume().once('end', () => resolve('ended')));
  const closed = new Promise<'closed'>((resolve, reject) =>
    socket.once('error', reject).once('close', () => resolve('closed')),
  );
  const over = Promise.race([ended, closed]);
  // Whoever waits below hears of it, too.
  over.catch(() => undefined);
  await Promise.race([once(socket, 'secureConnect'), over.then(refuse)]);
  const written = new Promise<void>((resolve, reject) =>
    socket.write(frames, (error) => (error ? reject(error) : resolve())),
  );
  await Promise.race([written, over.then(refuse)]);
  // SECURITY: one that ends now has ended by itself, as when it is killed, or a proxy finds nobody behind it.
  const early = await Promise.race([over, delay(SETTLING_MS, null)]);
  if (early !== null) refuse();
  socket.end();
  if ((await over) === 'closed') refuse();
}

function refuse(): never {
  throw new Error('the receiver broke the connection');
}

/** With its length before it (RFC 5425 §4.3). */
function frameOf({ name, at, severity, json }: SiemLine): Buffer {
  const priority = FACILITY * 8 + (SEVERITIES[severity] ?? 5);
  const head = `<${priority}>1 ${rfc3339(at)} ${hostname()} gatehouse ${process.pid} ${name.slice(0, 32)} -`;
  const message = `${head} ${json}`;
  return Buffer.from(`${Buffer.byteLength(message)} ${message}`);
}
