import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { hostname } from 'node:os';
import { rfc3339 } from '../../../time.ts';
import type { CheckpointPlace } from './place.ts';

/** Facility *log audit* (13), severity *informational* (6): RFC 5424 §6.2.1. */
const PRIORITY = 13 * 8 + 6;
const DEFAULT_PORT = 514;

/** One datagram a checkpoint, its JSON as the message (RFC 5424, RFC 5426). */
export function createSyslogPlace(url: URL): CheckpointPlace {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || DEFAULT_PORT;
  return {
    name: url.href,
    send(checkpoint) {
      const head = `<${PRIORITY}>1 ${rfc3339(checkpoint.at)} ${hostname()} gatehouse ${process.pid} checkpoint -`;
      const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
      return new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.send(`${head} ${JSON.stringify(checkpoint)}`, port, host, (error) =>
          error ? reject(error) : resolve(),
        );
      }).finally(() => socket.close());
    },
  };
}
