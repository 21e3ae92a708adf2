import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { ChainVerdict } from '../features/audit/chain.ts';
import { createAuditService } from '../features/audit/service.ts';
import { verifyExport } from '../features/audit/verifyExport.ts';
import { Failure } from './failure.ts';
import type { Place } from './options.ts';
import { withOrganisation } from './withDeps.ts';

/** Verifies an export offline, or the log in the database with its checkpoints. */
export async function verifyAudit(file: string | undefined, options: Place): Promise<void> {
  if (file === undefined) {
    tell(await withOrganisation(options, (deps) => createAuditService(deps).verify()));
    return;
  }
  await access(file).catch(() => {
    throw new Failure(`The file ${file} cannot be read.`);
  });
  const verdict = await verifyExport(createInterface({ input: createReadStream(file, 'utf8') }));
  for (const [version, key] of Object.entries(verdict.publicKeys)) {
    console.log(`Signed with key ${version}: ${key}. Compare it with the one that your server shows.`);
  }
  tell(verdict);
}

function tell({ ok, events, problems }: ChainVerdict): void {
  for (const { sequence, problem } of problems) console.error(`event ${sequence}: ${problem}`);
  if (!ok) throw new Failure(`The audit log is not whole: ${problems.length} problems in ${events} events.`);
  console.log(`${events} events, all in order.`);
}
