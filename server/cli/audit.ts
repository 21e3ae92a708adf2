import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createAuditService } from '../features/audit/service.ts';
import { publicKeysOf } from '../crypto/checkpoints.ts';
import type { LogVerdict } from '../features/audit/verify.ts';
import { verifyExport } from '../features/audit/verifyExport.ts';
import { Failure, WrongUse } from '../failure.ts';
import type { Checkpoints, Place } from './options.ts';
import { withOrganisation } from './withDeps.ts';

/** Verifies an export offline by the server's public key, or the log in the database with its checkpoints. */
export async function verifyAudit(
  file: string | undefined,
  options: Place & Checkpoints & { publicKey?: string },
): Promise<void> {
  if (file === undefined) {
    tell(await withOrganisation(options, (deps) => createAuditService(deps).verify(deps.now())));
    return;
  }
  if (options.publicKey === undefined)
    throw new WrongUse(
      'Name the public key of the server that the export is of: --public-key FILE, as `gatehouse audit key` prints it and Settings shows it. Without it an export that somebody made up would pass, too.',
    );
  const keys = await readPublicKeys(options.publicKey);
  await access(file).catch(() => {
    throw new Failure(`The file ${file} cannot be read.`);
  });
  const lines = createInterface({ input: createReadStream(file, 'utf8') });
  tell(await verifyExport(lines, (version) => keys.get(version) ?? null));
}

/** Prints the public keys as `audit verify --public-key` reads them. */
export async function printAuditKey(options: Place): Promise<void> {
  const keys = await withOrganisation(options, async (deps) => publicKeysOf(deps.keys));
  for (const [version, key] of Object.entries(keys)) console.log(`${version}:${key}`);
}

/** `version:key` a line. */
async function readPublicKeys(file: string): Promise<Map<number, string>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`The file ${file} cannot be read.`);
  });
  const entries = text.split(/\s+/).filter((entry) => entry !== '');
  const keys = entries.map((entry) => /^([1-9][0-9]*):([A-Za-z0-9_-]+)$/.exec(entry));
  if (keys.length === 0 || keys.includes(null))
    throw new Failure(
      `The file ${file} holds no public key: it has lines like 1:MCowBQYDK2Vw…, as \`gatehouse audit key\` prints them.`,
    );
  return new Map(keys.map((key) => [Number(key?.[1]), key?.[2] ?? '']));
}

function tell({ ok, events, problems, unknown }: LogVerdict): void {
  for (const { sequence, problem } of problems) console.error(`event ${sequence}: ${problem}`);
  if (!ok) throw new Failure(`The audit log is not whole: ${problems.length} problems in ${events} events.`);
  console.log(`${events} events, all in order.`);
  for (const sentence of unknown) console.log(`Not known: ${sentence}`);
}
