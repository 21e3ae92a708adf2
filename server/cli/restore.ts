import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { keyFileIn, writeKeyFile } from '../crypto/keyFile.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { systemRandom } from '../crypto/random.ts';
import { doneMigrations, refuseNewer } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import type { GivenKeys } from '../domain/keys/databaseKeys.ts';
import { createCopiedLogCheck } from '../features/audit/copiedLog.ts';
import { readEnd } from '../domain/audit/store.ts';
import { findAhead } from '../features/audit/ahead.ts';
import { readLaterEvents } from '../features/audit/laterEvents.ts';
import { setAsideCheckpoints } from '../features/audit/setAside.ts';
import { acceptAsItIs } from '../features/backup/accept.ts';
import { checkBackup } from '../features/backup/check.ts';
import type { Manifest } from '../features/backup/format.ts';
import type { LogHead } from '../features/backup/epoch.ts';
import { readHead } from '../features/backup/read.ts';
import { noteTaken, nothingTaken } from '../features/backup/replay.ts';
import { bindRows } from '../boundRows.ts';
import { mayBeReplaced, restoreBackup } from '../features/backup/restore.ts';
import type { Since } from '../features/backup/restore.ts';
import { Failure } from '../failure.ts';
import { configOf, makeDataFolder, notOpened, openConfigured } from '../opening.ts';
import { keysOfBackup } from './backupKeys.ts';
import { fileToRead } from './files.ts';
import { createInput } from './input.ts';
import { placeOptions } from './options.ts';
import type { Checkpoints, Place } from './options.ts';
import { createProgress } from './progress.ts';
import type { Values } from './readOptions.ts';
import { rfc3339 } from '../time.ts';
import { counted } from './toldBackup.ts';
import { withOrganisation } from './withDeps.ts';

type RestoreOptions = Place &
  Checkpoints &
  Values<'writeKey'> & {
    dryRun?: true | undefined;
    replace?: true | undefined;
    since?: string | undefined;
    json?: true | undefined;
  };

/** Puts a backup into an empty place, or in the place of what is there, and begins a new epoch (S-81). */
export async function restore(file: string, options: RestoreOptions, voice: Voice): Promise<void> {
  const path = fileToRead(file);
  const exported = options.since === undefined ? null : fileToRead(options.since);
  const config = configOf({ ...placeOptions(options), checkpointTo: options.checkpointTo ?? null });
  const { head } = await readHead(path);
  const input = createInput(voice);
  const replace = options.replace ? await input.name() : null;
  const { keys, fromBackup } = await keysOfBackup(head, placeOptions(options), () => input.passphrase());
  const progress = createProgress(voice);
  const { manifest, verdict } = await checkBackup(path, keys, { log: createCopiedLogCheck(keys), progress });
  refuseNewer(manifest.schema, migrations);
  if (!verdict.ok) console.error(voice.say('backup')('logNotWhole', { problems: verdict.problems.length }));
  const since = exported === null ? null : await takenSince(exported, keys, manifest.head);
  const given = { keys, source: sentence('opening', 'fromFile', { path }) };
  if (options.dryRun) {
    await lookAt(config, given, replace);
    tell(voice, options, { file, manifest, done: null });
    return;
  }
  const now = Date.now();
  const written = fromBackup ? keepKey(keys, config, options.writeKey) : null;
  const restored = await putIn(config, written, (db) =>
    restoreBackup({ db, config, random: systemRandom, ...given }, path, {
      manifest,
      replace,
      since,
      bindRows: (tx, applied) => bindRows(tx, keys, applied),
      now,
      progress,
    }),
  );
  const setAside = setAsideCheckpoints(config, now);
  tell(voice, options, { file, manifest, done: { ...restored, setAside, keyFile: written } });
}

/** Takes a database as it was put back by other means, and begins a new epoch. */
export async function acceptPutBack(
  options: Pick<RestoreOptions, 'since' | 'json'> & Place & Checkpoints,
  voice: Voice,
): Promise<void> {
  const exported = options.since === undefined ? null : fileToRead(options.since);
  const done = await withOrganisation(options, async (deps) => {
    const now = deps.now();
    const { sequence, hash } = await readEnd(deps.db.kysely);
    const since = exported === null ? null : await takenSince(exported, deps.keys, { sequence, hash });
    const before = (await findAhead(deps))?.head ?? null;
    const accepted = await acceptAsItIs(deps, { before, since, now });
    return { ...accepted, before, setAside: before === null ? [] : setAsideCheckpoints(deps.config, now) };
  });
  if (options.json) {
    console.log(JSON.stringify({ accepted: true, ...done, asOf: rfc3339(done.asOf) }));
    return;
  }
  const say = voice.say('backup');
  console.log(say('accepted', { at: rfc3339(done.asOf) }));
  tellEnded(voice, done);
}

function tellEnded(voice: Voice, { ended, replayed, setAside }: Omit<Done, 'keyFile'>): void {
  const say = voice.say('backup');
  console.log(say('ended', ended));
  if (replayed) console.log(say('replayed', asTexts(replayed)));
  for (const each of setAside) console.log(say('setAside', { file: each }));
}

type Done = Awaited<ReturnType<typeof restoreBackup>> & { setAside: string[]; keyFile: string | null };

function tell(
  voice: Voice,
  { json }: RestoreOptions,
  { file, manifest, done }: { file: string; manifest: Manifest; done: Done | null },
): void {
  if (json) {
    console.log(JSON.stringify({ file, ...counted(manifest), restored: done !== null, ...done }));
    return;
  }
  const say = voice.say('backup');
  if (!done) {
    console.log(say('wouldRestore', counted(manifest)));
    return;
  }
  console.log(say('restored', counted(manifest)));
  tellEnded(voice, done);
  if (done.keyFile !== null) console.log(say('keyWritten', { file: done.keyFile }));
}

function asTexts<K extends string>(counts: Record<K, number>): Record<K, string> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])) as Record<
    K,
    string
  >;
}

async function takenSince(file: string, keys: Keyring, head: LogHead): Promise<Since> {
  if (!existsSync(file)) throw new Failure(sentence('cli', 'unreadableFile', { file }));
  const taken = nothingTaken();
  const end = await readLaterEvents(file, keys, head, (row) =>
    noteTaken(taken, {
      sequence: row.sequence,
      at: row.at,
      action: row.action,
      actorId: row.actor_id,
      targetId: row.target_id,
      data: JSON.parse(row.data) as Record<string, unknown>,
    }),
  );
  return { head: end, taken };
}

/** The key that is in the backup goes where servers look for it. Answers that file. */
function keepKey(keys: Keyring, { dataDir, databaseUrl }: Config, named: string | undefined): string {
  const folder = databaseUrl === null ? dataDir : null;
  if (named === undefined && folder === null) throw new Failure(sentence('backup', 'keyOnPostgres'));
  if (folder !== null) makeDataFolder(folder);
  const file = named ?? keyFileIn(folder ?? '');
  if (!writeKeyFile(file, keys)) throw new Failure(sentence('backup', 'keyThere', { file }));
  return file;
}

/** Throws where the backup may not be put there. Makes nothing. */
async function lookAt(config: Config, given: GivenKeys, replace: string | null): Promise<void> {
  const { dataDir, databaseUrl } = config;
  if (databaseUrl === null && !existsSync(join(dataDir ?? '', 'gatehouse.db'))) return;
  const db = openConfigured(config);
  try {
    const done = await doneMigrations(db.kysely, db.dialect);
    await db.transaction((tx) => mayBeReplaced(tx, given, { done, replace }));
  } catch (error) {
    throw notOpened(error, config);
  } finally {
    await db.close();
  }
}

async function putIn<T>(
  config: Config,
  written: string | null,
  work: (db: ReturnType<typeof openConfigured>) => Promise<T>,
): Promise<T> {
  if (config.dataDir) makeDataFolder(config.dataDir);
  const db = openConfigured(config);
  try {
    return await work(db);
  } catch (error) {
    if (written !== null) rmSync(written, { force: true });
    throw notOpened(error, config);
  } finally {
    await db.close();
  }
}
