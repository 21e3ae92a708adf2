import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

export interface TcpProxy {
  port: number;
  /** Connections that stand now forward nothing more and are not closed, as behind a firewall that forgot them. */
  dropSilently(): void;
  /** Nobody listens any longer and all connections are cut, as when a server ends; until `listen`. */
  refuse(): Promise<void>;
  listen(): Promise<void>;
  /** Where connections lead from now on. */
  aim(target: { host: string; port: number }): void;
  close(): Promise<void>;
}

interface Pair {
  near: Socket;
  far: Socket;
}

/** Stands between a server and its database, so that a test can do to the line what networks do. */
export async function createTcpProxy(first: { host: string; port: number }): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let target = first;
  let server: Server;

  function accept(near: Socket): void {
    const far = connect(target);
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    near.pipe(far);
    far.pipe(near);
  }

  async function listen(port: number): Promise<number> {
    server = createServer(accept).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function refuse(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
    await closed;
  }

  const port = await listen(0);
  return {
    port,
    dropSilently() {
      for (const { near, far } of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    refuse,
    listen: async () => void (await listen(port)),
    aim(next) {
      target = next;
    },
    close: refuse,
  };
}
