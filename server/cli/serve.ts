import type { Voice } from '../../contract/words/write.ts';
import { paths } from '../../contract/paths.ts';
import { isEveryAddress } from '../config.ts';
import { startServer } from '../main.ts';
import type { RunningServer } from '../main.ts';
import { giveBackMemory } from './giveBack.ts';
import { backupOptions, listeningOptions, placeOptions } from './options.ts';
import type { Backups, Checkpoints, Listening, Mailing, Place } from './options.ts';

/** Load balancers ask every few seconds; one server on SQLite has no other that they could go to. */
const DEFAULT_DRAIN_SECONDS = 5;
const READY = 'Gatehouse is ready at';
/** What is under way has so long to end. */
const MOST_SECONDS = 15;

export async function serve(
  options: Place & Listening & Mailing & Checkpoints & Backups,
  voice: Voice,
): Promise<void> {
  const say = voice.say('cli');
  const { smtpUrl, mailFrom, publicUrl, checkpointTo } = options;
  const drainSeconds = options.drainSeconds ?? (options.databaseUrl ? DEFAULT_DRAIN_SECONDS : 0);
  const server = await startServer({
    ...placeOptions(options),
    ...listeningOptions(options),
    ...backupOptions(options),
    smtpUrl,
    mailFrom,
    publicUrl,
    checkpointTo,
    drainSeconds,
  });
  if (options.databaseUrl !== undefined && checkpointTo === undefined) console.error(say('noCheckpoints'));
  if (server.setupToken !== null) {
    const base = (publicUrl ?? server.address).replace(/\/$/, '');
    console.log(say('setUpOnce', { link: `${base}${paths.setUp()}#${server.setupToken}` }));
    if (publicUrl === undefined && options.host !== undefined && isEveryAddress(options.host)) {
      console.log(say('linkForHere'));
    }
  }
  await untilStopped(server, voice, drainSeconds);
}

/** Says where the server is, and runs it until it is told to stop: what is under way is finished. */
export async function untilStopped(server: RunningServer, voice: Voice, drainSeconds = 0): Promise<void> {
  const { promise: told, resolve } = Promise.withResolvers<null>();
  const stop = () => resolve(null);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Last: whoever waits for this line may stop the server at once. The same in every language: programs wait for it.
  console.log(`${READY} ${server.address}`);
  giveBackMemory();
  const broken = await Promise.race([told, server.broken]);
  // The second time the system ends the process: whoever asks twice doesn't want to wait.
  process.off('SIGTERM', stop).off('SIGINT', stop);
  const limit = (drainSeconds + MOST_SECONDS) * 1000;
  // Not awaited by the process: where all ends in order, nothing is left to run by then.
  const late = setTimeout(() => {
    console.error(voice.say('cli')('notInTime'));
    process.exit(1);
  }, limit).unref();
  await server.close();
  clearTimeout(late);
  if (broken) throw broken;
}
