import { accessSync, constants, createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createAuditService } from '../features/audit/service.ts';
import { publicKeysOf } from '../crypto/checkpoints.ts';
import type { LogVerdict } from '../features/audit/verify.ts';
import { NOT_AN_EXPORT, verifyExport } from '../features/audit/verifyExport.ts';
import { Failure, WrongUse } from '../failure.ts';
import type { Checkpoints, Place } from './options.ts';
import type { Values } from './readOptions.ts';
import { withOrganisation } from './withDeps.ts';

/** Verifies an export offline by the server's public key, or the log in the database with its checkpoints. */
export async function verifyAudit(
  file: string | undefined,
  options: Place & Checkpoints & Values<'publicKey'>,
): Promise<void> {
  if (file === undefined) {
    tell(await withOrganisation(options, (deps) => createAuditService(deps).verify(deps.now())));
    return;
  }
  if (options.publicKey === undefined)
    throw new WrongUse(
      'Name the public key of the server that the export is of: --public-key FILE, as `gatehouse audit key` prints it and Settings shows it. Without it an export that somebody made up would pass, too.',
    );
  const keys = options.publicKey;
  const lines = createInterface({ input: createReadStream(readable(file), 'utf8') });
  tell(await verifyExport(lines, (version) => keys.get(version) ?? null), file);
}

/** The same path where a stream can be read from it. */
function readable(file: string): string {
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return file;
  } catch (error) {
    throw new Failure(`The file ${file} cannot be read.`, { cause: error });
  }
  throw new Failure(`${file} is no file that could be an export.`);
}

/** Prints the public keys as `audit verify --public-key` reads them. */
export async function printAuditKey(options: Place): Promise<void> {
  const keys = await withOrganisation(options, async (deps) => publicKeysOf(deps.keys));
  for (const [version, key] of Object.entries(keys)) console.log(`${version}:${key}`);
}

function tell({ ok, events, problems, unknown }: LogVerdict, file?: string): void {
  if (file !== undefined && problems[0]?.problem === NOT_AN_EXPORT) {
    throw new Failure(`${file}: ${NOT_AN_EXPORT}`);
  }
  for (const { sequence, problem } of problems) console.error(`event ${sequence}: ${problem}`);
  if (!ok) throw new Failure(`The audit log is not whole: ${problems.length} problems in ${events} events.`);
  console.log(`${events} events, all in order.`);
  for (const sentence of unknown) console.log(`Not known: ${sentence}`);
}
