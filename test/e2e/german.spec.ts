/** The main journeys for somebody who reads German: the same steps, found as the catalogue says them. */
import { auditLogJourneys } from './journeys/auditLog.ts';
import { passwordJourneys } from './journeys/passwords.ts';
import { peopleJourneys } from './journeys/people.ts';
import { policyJourneys } from './journeys/policy.ts';
import { resetJourneys } from './journeys/resets.ts';
import { riskTierJourneys } from './journeys/riskTiers.ts';
import { securitySettingsJourneys } from './journeys/securitySettings.ts';
import { signInJourneys } from './journeys/signIn.ts';
import { stopJourneys } from './journeys/stops.ts';
import { germanTest, type ShellTest } from './support/fixtures.ts';

const MAIN: ReadonlySet<string> = new Set([
  'required setup at sign-in, and on to the organisation',
  'sign-in with a code: wrong ones are selected and explained, a paste with spaces is taken',
  'optional setup from Security Settings',
  'move to a new phone: the old one works until the new one is proven',
  'a forgotten password: a mailed link, and the code is still asked for',
  'someone new is added, and their set-up link works once',
  'a lost phone: request, checks, approval, mail, a new setup with the activation code',
  'elevated: for a caller whose number changed; two checks, one of them strong, and another decides',
  'MFA for everyone: who it reaches, why, a fresh code; then back to the version before',
  'the audit log: who did what to whom and from where, and what else a session did',
  'frozen: nothing is approved and no hold ends until an officer lets resets go on',
]);

/** Registers a journey where it is one of the main ones. */
const main: ShellTest = (title, body) => {
  if (MAIN.has(title)) germanTest(`auf Deutsch: ${title}`, body);
};

germanTest.describe.configure({ mode: 'parallel' });
signInJourneys(main);
securitySettingsJourneys(main);
passwordJourneys(main);
peopleJourneys(main);
resetJourneys(main);
riskTierJourneys(main);
policyJourneys(main);
stopJourneys(main);
auditLogJourneys(main);
