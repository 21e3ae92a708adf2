import type { Voice } from '../../contract/words/write.ts';
import { createOrganisation } from '../features/setup/createOrganisation.ts';
import { readNewPassword } from './input.ts';
import type { Place } from './options.ts';
import type { Values } from './readOptions.ts';
import { withDeps } from './withDeps.ts';

type InitOptions = Place & Values<'organisation' | 'admin' | 'adminEmail' | 'adminName'>;

export async function init(options: InitOptions, voice: Voice): Promise<void> {
  const { organisation, admin, adminEmail, adminName = admin } = options;
  const password = await readNewPassword(admin, voice);
  await withDeps(options, async (deps) => {
    const passwordHash = await deps.passwords.hash(password);
    await deps.db.transaction((tx) =>
      createOrganisation(tx, deps, {
        name: organisation,
        kind: 'server',
        administrator: { username: admin, name: adminName, email: adminEmail, passwordHash },
        now: deps.now(),
      }),
    );
  });
  console.log(voice.say('cli')('ready', { organisation, admin }));
}
