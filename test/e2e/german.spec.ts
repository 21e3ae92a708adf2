/** The main journeys for somebody who reads German: the same steps, found as the catalogue says them. */
import { peopleJourneys } from './journeys/people.ts';
import { securitySettingsJourneys } from './journeys/securitySettings.ts';
import { signInJourneys } from './journeys/signIn.ts';
import { germanTest, type ShellTest } from './support/fixtures.ts';

const MAIN: ReadonlySet<string> = new Set([
  'required setup at sign-in, and on to the organisation',
  'optional setup from Security Settings',
  'someone new is added, and their set-up link works once',
]);

/** Registers a journey where it is one of the main ones. */
const main: ShellTest = (title, body) => {
  if (MAIN.has(title)) germanTest(`auf Deutsch: ${title}`, body);
};

germanTest.describe.configure({ mode: 'parallel' });
signInJourneys(main);
securitySettingsJourneys(main);
peopleJourneys(main);
