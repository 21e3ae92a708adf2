import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createAuditService } from '../features/audit/service.ts';
import { publicKeysOf } from '../crypto/checkpoints.ts';
import type { LogVerdict } from '../features/audit/verify.ts';
import { A_PART, NOT_AN_EXPORT, verifyExport } from '../features/audit/verifyExport.ts';
import { Failure, WrongUse } from '../failure.ts';
import type { Checkpoints, Place } from './options.ts';
import type { Values } from './readOptions.ts';
import { withOrganisation } from './withDeps.ts';

/** Verifies an export offline by the server's public key, or the log in the database with its checkpoints. */
export async function verifyAudit(
  file: string | undefined,
  options: Place & Checkpoints & Values<'publicKey'>,
  voice: Voice,
): Promise<void> {
  if (file === undefined) {
    tell(await withOrganisation(options, (deps) => createAuditService(deps).verify(deps.now())), voice);
    return;
  }
  if (options.publicKey === undefined) throw new WrongUse(sentence('cli', 'namePublicKey'));
  const keys = options.publicKey;
  const lines = createInterface({ input: createReadStream(readable(file), 'utf8') });
  tell(await verifyExport(lines, (version) => keys.get(version) ?? null), voice, file);
}

/** The same path where a stream can be read from it. */
function readable(file: string): string {
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return file;
  } catch (error) {
    throw new Failure(sentence('cli', 'unreadableFile', { file }), { cause: error });
  }
  throw new Failure(sentence('cli', 'noExport', { file }));
}

/** Prints the public keys as `audit verify --public-key` reads them. */
export async function printAuditKey(options: Place): Promise<void> {
  const keys = await withOrganisation(options, async (deps) => publicKeysOf(deps.keys));
  for (const [version, key] of Object.entries(keys)) console.log(`${version}:${key}`);
}

function tell({ ok, events, problems, unknown }: LogVerdict, voice: Voice, file?: string): void {
  const say = voice.say('cli');
  const refused = [A_PART, NOT_AN_EXPORT].find((why) => why === problems[0]?.problem);
  if (file !== undefined && refused) throw new Failure(sentence('cli', 'ofFile', { file, problem: refused }));
  for (const { sequence, problem } of problems) {
    console.error(say('eventProblem', { sequence: String(sequence), problem: voice.write(problem) }));
  }
  if (!ok)
    throw new Failure(
      sentence('cli', 'logBroken', { problems: String(problems.length), events: String(events) }),
    );
  console.log(say('logWhole', { events: String(events) }));
  for (const what of unknown) console.log(say('notKnown', { what: voice.write(what) }));
}
