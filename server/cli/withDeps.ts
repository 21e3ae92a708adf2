import type { Deps } from '../context.ts';
import { openDeps } from '../main.ts';
import { placeOptions } from './options.ts';
import type { Mailing, Place } from './options.ts';

/** Opens the organisation for one command and closes it after. */
export async function withDeps<T>(options: Place & Mailing, work: (deps: Deps) => Promise<T>): Promise<T> {
  const { smtpUrl, mailFrom, publicUrl } = options;
  const deps = await openDeps({ ...placeOptions(options), smtpUrl, mailFrom, publicUrl });
  try {
    return await work(deps);
  } finally {
    await deps.events.close();
    await deps.db.close();
  }
}
