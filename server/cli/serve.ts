import type { Voice } from '../../contract/words/write.ts';
import { paths } from '../../contract/paths.ts';
import { isEveryAddress } from '../config.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { WrongUse } from '../failure.ts';
import { rfc3339 } from '../time.ts';
import { joinTls, readCertificateFile, readTlsKeyFile } from './tlsFiles.ts';
import { startServer } from '../main.ts';
import type { RunningServer } from '../main.ts';
import { giveBackMemory } from './giveBack.ts';
import {
  backupOptions,
  dkimOptions,
  listeningOptions,
  placeOptions,
  SERVE_LOG_LEVEL,
  siemOptions,
} from './options.ts';
import type {
  Backups,
  Checkpoints,
  Listening,
  Mailing,
  Monitoring,
  Place,
  Siem,
  Signing,
} from './options.ts';

/** Load balancers ask every few seconds; one server on SQLite has no other that they could go to. */
const DEFAULT_DRAIN_SECONDS = 5;
const READY = 'Gatehouse is ready at';
/** What is under way has so long to end. */
const MOST_SECONDS = 15;

export async function serve(
  options: Place & Listening & Mailing & Signing & Checkpoints & Siem & Monitoring & Backups,
  voice: Voice,
): Promise<void> {
  const say = voice.say('cli');
  const { smtpUrl, mailFrom, publicUrl, checkpointTo } = options;
  const drainSeconds = options.drainSeconds ?? (options.databaseUrl ? DEFAULT_DRAIN_SECONDS : 0);
  const server = await startServer({
    ...placeOptions(options),
    logLevel: options.logLevel ?? SERVE_LOG_LEVEL,
    ...listeningOptions(options),
    ...backupOptions(options),
    ...siemOptions(options),
    ...dkimOptions(options),
    smtpUrl,
    mailFrom,
    publicUrl,
    checkpointTo,
    metricsPort: options.metricsPort ?? null,
    metricsToken: options.metricsTokenFile ?? null,
    drainSeconds,
  });
  if (options.databaseUrl !== undefined && checkpointTo === undefined) console.error(say('noCheckpoints'));
  const below = server.setupToken === null ? '' : `${paths.setUp()}#${server.setupToken}`;
  const isBelow = below !== '' && publicUrl === undefined;
  if (isBelow) {
    // One address: of two, people open the one that sets up nothing.
    console.log(say('setUpBelow'));
    if (options.host !== undefined && isEveryAddress(options.host)) console.log(say('linkForHere'));
  } else if (below !== '') {
    console.log(say('setUpOnce', { link: `${publicUrl?.replace(/\/$/, '')}${below}` }));
  }
  const forget = renewOnHangUp(options, server, voice);
  await untilStopped(server, voice, { drainSeconds, path: isBelow ? below : '' });
  forget();
}

/**
 * Says where the server is, and runs it until it is told to stop: what is under way is finished.
 *
 * @param path what a browser should open there first
 */
export async function untilStopped(
  server: RunningServer,
  voice: Voice,
  { drainSeconds = 0, path = '' }: { drainSeconds?: number; path?: string } = {},
): Promise<void> {
  const { promise: told, resolve } = Promise.withResolvers<null>();
  const stop = () => resolve(null);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Last: whoever waits for this line may stop the server at once. The same in every language: programs wait for it.
  console.log(`${READY} ${server.address}${path}`);
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

/** SIGHUP reads the certificate again, as after its renewal; one that can't be used is told, and the one of before stays. */
function renewOnHangUp({ tlsCert, tlsKey }: Listening, server: RunningServer, voice: Voice): () => void {
  if (!tlsCert || !tlsKey) return () => undefined;
  const renew = () => {
    try {
      const cert = readCertificateFile(tlsCert.file);
      server.renewTls(joinTls(cert, readTlsKeyFile(tlsKey.file)));
      console.error(
        voice.say('cli')('certificateRead', { at: rfc3339(Date.parse(cert.certificate.validTo)) }),
      );
    } catch (error) {
      if (!(error instanceof WrongValue || error instanceof WrongUse)) throw error;
      console.error(voice.write(error.said));
    }
  };
  process.on('SIGHUP', renew);
  return () => process.off('SIGHUP', renew);
}
