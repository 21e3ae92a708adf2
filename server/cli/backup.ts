import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { systemRandom } from '../crypto/random.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { doneMigrations, refuseNewer } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { refuseOtherKeys } from '../domain/keys/databaseKeys.ts';
import { createCopiedLogCheck } from '../features/audit/copiedLog.ts';
import { checkBackup } from '../features/backup/check.ts';
import type { Manifest } from '../features/backup/format.ts';
import { noteBackup } from '../features/backup/note.ts';
import { readHead } from '../features/backup/read.ts';
import { writeBackup } from '../features/backup/write.ts';
import { Failure } from '../failure.ts';
import { rfc3339 } from '../time.ts';
import { keysOfBackup } from './backupKeys.ts';
import { fileToMake, fileToRead } from './files.ts';
import { readNewPassword, readPassphrase } from './input.ts';
import { placeOptions } from './options.ts';
import type { Place } from './options.ts';
import { createProgress } from './progress.ts';
import { counted } from './toldBackup.ts';
import { noDatabase, withDatabase } from './withDeps.ts';

interface Told {
  json?: true | undefined;
}

/** Copies the organisation into one file, while servers serve. The schema stays as it is: a backup comes before an update. */
export async function backup(
  file: string,
  options: Place & Told & { withKey?: true | undefined },
  voice: Voice,
): Promise<void> {
  const path = fileToMake(file);
  const passphrase = options.withKey ? await readNewPassword('', voice) : null;
  const progress = createProgress(voice);
  const made = await withDatabase(options, async (given, db) => {
    if (!given || !db) throw noDatabase(options);
    const done = await doneMigrations(db.kysely, db.dialect);
    if (done.length === 0) throw new Failure(sentence('cli', 'emptyDatabase'));
    refuseNewer(done, migrations);
    await refuseOtherKeys(db.kysely, given, done);
    const deps = { db, keys: given.keys, random: systemRandom };
    const written = await writeBackup(deps, path, { passphrase, now: Date.now(), progress }).catch(
      rethrowAs('databaseLost', file),
    );
    // A log of an older form is written to by the servers of then.
    if (done.length === migrations.length)
      await noteBackup(deps, written, Date.now()).catch(rethrowAs('notNoted', file));
    return written;
  });
  const { manifest, bytes, sha256 } = made;
  if (options.json) {
    console.log(JSON.stringify({ file, bytes, sha256, ...shown(manifest) }));
    return;
  }
  const say = voice.say('backup');
  console.log(say('made', { file, megabytes: megabytes(bytes), ...counted(manifest) }));
  console.log(say('digest', { sha256 }));
  if (passphrase === null)
    console.log(say('keepKey', { fingerprint: (await readHead(path)).head.fingerprint }));
}

/** What became of the file when the database went away. */
function rethrowAs(key: 'databaseLost' | 'notNoted', file: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    throw new Failure(sentence('backup', key, { file, why: error.message }), { cause: error });
  };
}

/** Reads all of a backup, and says whether it can be relied on. */
export async function verifyBackup(file: string, options: Place & Told, voice: Voice): Promise<void> {
  const path = fileToRead(file);
  const { head } = await readHead(path);
  const { keys } = await keysOfBackup(head, placeOptions(options), () => readPassphrase(voice));
  const progress = createProgress(voice);
  const { manifest, verdict } = await checkBackup(path, keys, { log: createCopiedLogCheck(keys), progress });
  if (options.json) {
    const problems = verdict.problems.map(({ sequence, problem }) => ({
      sequence,
      problem: voice.write(problem),
    }));
    console.log(JSON.stringify({ file, ok: verdict.ok, problems, ...shown(manifest) }));
  } else {
    const say = voice.say('cli');
    for (const { sequence, problem } of verdict.problems)
      console.error(say('eventProblem', { sequence: String(sequence), problem: voice.write(problem) }));
  }
  if (!verdict.ok) {
    const problems = String(verdict.problems.length);
    throw new Failure(sentence('cli', 'logBroken', { problems, events: String(verdict.events) }));
  }
  if (!options.json) console.log(voice.say('backup')('whole', { file, ...counted(manifest) }));
}

/** What scripts read of a backup. */
function shown({ madeAt, version, organisation, dialect, schema, counts, head }: Manifest) {
  const { sequence, hash } = head;
  return {
    madeAt: rfc3339(madeAt),
    version,
    organisation,
    database: dialect,
    schema: schema.at(-1) ?? null,
    counts,
    auditHead: { sequence, hash },
  };
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
