/** The entry of the utility process: the same server as `gatehouse serve`, told what to do by the main process. */
import type { ParentPort } from 'electron';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { startServer } from '../../../server/main.ts';
import type { FromChild, StartMessage, ToChild } from './messages.ts';

type Server = Awaited<ReturnType<typeof startServer>>;

const parent: ParentPort = process.parentPort;
const say = (message: FromChild) => parent.postMessage(message);

async function start({ kind, dataDir, setupToken, keyring }: StartMessage): Promise<Server> {
  const server = await startServer({
    kind,
    dataDir,
    setupToken,
    keys: parseKeyring(keyring),
    host: '127.0.0.1',
    port: 0,
  });
  say({ type: 'ready', address: server.address });
  return server;
}

let running: Promise<Server> | undefined;

async function leave() {
  await running?.then((server) => server.close()).catch(() => undefined);
  process.exit(0);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`);
  say({ type: 'failed', detail: error instanceof Error ? error.message : null });
  process.exit(1);
}

parent.on('message', ({ data }: { data: ToChild }) => {
  if (data.type === 'stop') return void leave();
  running ??= start(data);
  running.then((server) => server.broken.then(fail)).catch(fail);
});
