import { paths } from '../../contract/paths.ts';
import { isEveryAddress } from '../config.ts';
import { startServer } from '../main.ts';
import type { RunningServer } from '../main.ts';
import { listeningOptions, placeOptions } from './options.ts';
import type { Checkpoints, Listening, Mailing, Place } from './options.ts';

/** Load balancers ask every few seconds; one server on SQLite has no other that they could go to. */
const DEFAULT_DRAIN_SECONDS = 5;
/** What is under way has so long to end. */
const MOST_SECONDS = 15;

const NO_CHECKPOINTS =
  'WARNING: no checkpoint of the audit log is kept outside this database, so that nobody could tell if the whole of it was put back to an earlier state. Name a place with --checkpoint-to (GATEHOUSE_CHECKPOINT_TO): a file on another disk, syslog://host:514 or https://…';

export async function serve(options: Place & Listening & Mailing & Checkpoints): Promise<void> {
  const { smtpUrl, mailFrom, publicUrl, checkpointTo } = options;
  const drainSeconds = options.drainSeconds ?? (options.databaseUrl ? DEFAULT_DRAIN_SECONDS : 0);
  const server = await startServer({
    ...placeOptions(options),
    ...listeningOptions(options),
    smtpUrl,
    mailFrom,
    publicUrl,
    checkpointTo,
    drainSeconds,
  });
  if (options.databaseUrl !== undefined && checkpointTo === undefined) console.error(NO_CHECKPOINTS);
  if (server.setupToken !== null) {
    const base = (publicUrl ?? server.address).replace(/\/$/, '');
    console.log(
      `This server has no organisation yet. Set it up, once, at ${base}${paths.setUp()}#${server.setupToken}`,
    );
    if (publicUrl === undefined && options.host !== undefined && isEveryAddress(options.host)) {
      console.log(
        'That link is for a browser on this machine. For one on another machine, say by --public-url (GATEHOUSE_PUBLIC_URL) which address leads here.',
      );
    }
  }
  await untilStopped(server, drainSeconds);
}

/** Says where the server is, and runs it until it is told to stop: what is under way is finished. */
export async function untilStopped(server: RunningServer, drainSeconds = 0): Promise<void> {
  const { promise: told, resolve } = Promise.withResolvers<null>();
  const stop = () => resolve(null);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Last: whoever waits for this line may stop the server at once.
  console.log(`Gatehouse is ready at ${server.address}`);
  const broken = await Promise.race([told, server.broken]);
  // The second time the system ends the process: whoever asks twice doesn't want to wait.
  process.off('SIGTERM', stop).off('SIGINT', stop);
  const limit = (drainSeconds + MOST_SECONDS) * 1000;
  // Not awaited by the process: where all ends in order, nothing is left to run by then.
  const late = setTimeout(() => {
    console.error('Something did not end in time: the server stops without it.');
    process.exit(1);
  }, limit).unref();
  await server.close();
  clearTimeout(late);
  if (broken) throw broken;
}
