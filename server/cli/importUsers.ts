import { readFile } from 'node:fs/promises';
import type { OutputOf } from '../../contract/operations.ts';
import { NEVER } from '../features/setup/createOrganisation.ts';
import { csvText } from '../features/users/import/csvText.ts';
import { importUsers } from '../features/users/import/importUsers.ts';
import { Failure } from '../failure.ts';
import { readNewPassword } from './input.ts';
import type { Mailing, Place } from './options.ts';
import type { Values } from './readOptions.ts';
import { voiceOf } from '../words.ts';
import { withOrganisation } from './withDeps.ts';

type ImportOptions = Place &
  Mailing &
  Values<'country'> & { dryRun?: true | undefined; initialPasswordStdin?: true | undefined };

export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Failure(`The file ${file} cannot be read. Name a CSV file that this account may read.`, {
      cause: error,
    });
  });
  const content = csvText(bytes);
  const password = options.initialPasswordStdin ? await readNewPassword('') : null;
  const result = await withOrganisation(options, async (deps) => {
    const hash = password === null ? null : await deps.passwords.hash(password);
    return importUsers(deps, {
      content,
      dryRun: options.dryRun ?? false,
      country: options.country,
      actor: null,
      initialPassword: hash === null ? null : { hash, activationWaivedUntil: NEVER },
      now: deps.now(),
      voice: voiceOf(null),
    });
  });
  tell(result, options);
}

function tell({ imported, skipped, rows }: OutputOf<'users.import'>, { dryRun }: ImportOptions): void {
  for (const { line, problem } of rows) console.error(`line ${line}: ${problem}`);
  const done = dryRun ? 'can be imported' : 'imported';
  console.log(`${imported} ${done}, ${skipped} ${dryRun ? 'cannot' : 'left out'}.`);
  if (imported === 0 && skipped > 0) throw new Failure('Nothing of this file can be imported.');
}
