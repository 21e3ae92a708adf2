import { createServices } from '../services.ts';
import type { Mailing, Place } from './options.ts';
import { withOrganisation } from './withDeps.ts';

export async function recoverUser(
  username: string,
  options: Place & Mailing & { unlock?: true | undefined },
): Promise<void> {
  const recovered = await withOrganisation(options, (deps) =>
    createServices(deps).recover({ username, unlockOnly: options.unlock ?? false, now: deps.now() }),
  );
  if (recovered.policyRestored)
    console.log('The policy could not be read: the default policy is in force now.');
  if (recovered.activationCode === null) {
    console.log(`${recovered.name} is unlocked. All staff are told by mail.`);
    return;
  }
  console.log(`MFA of ${recovered.name} is reset. All staff are told by mail.`);
  if (recovered.setUpLink !== null) {
    const where = recovered.setUpLink.startsWith('/') ? ', after the address of your server' : '';
    console.log(`They have no password yet. They set one here within 24 hours${where}:`);
    console.log(`\n    ${recovered.setUpLink}\n`);
  }
  console.log(
    'They sign in with their password and set up again with this activation code, within 24 hours:',
  );
  console.log(`\n    ${recovered.activationCode}\n`);
}
