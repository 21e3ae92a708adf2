import type { Voice } from '../../contract/words/write.ts';
import { createServices } from '../services.ts';
import type { Mailing, Place } from './options.ts';
import { withOrganisation } from './withDeps.ts';

export async function recoverUser(
  username: string,
  options: Place & Mailing & { unlock?: true | undefined },
  voice: Voice,
): Promise<void> {
  const say = voice.say('cli');
  const recovered = await withOrganisation(options, (deps) =>
    createServices(deps).recover({ username, unlockOnly: options.unlock ?? false, now: deps.now() }),
  );
  if (recovered.policyRestored) console.log(say('policyRestored'));
  if (recovered.versionsReplaced > 0)
    console.log(say('versionsReplaced', { count: recovered.versionsReplaced }));
  if (recovered.activationCode === null) {
    console.log(say('unlocked', { name: recovered.name }));
    return;
  }
  console.log(say('reset', { name: recovered.name }));
  if (recovered.setUpLink !== null) {
    console.log(say(recovered.setUpLink.startsWith('/') ? 'setPasswordAfter' : 'setPasswordAt'));
    console.log(`\n    ${recovered.setUpLink}\n`);
  }
  console.log(say('activationCode'));
  console.log(`\n    ${recovered.activationCode}\n`);
}
