/** The journeys in a browser, on the page that the server serves. */
import { keyboardJourneys } from './journeys/keyboard.ts';
import { passwordJourneys } from './journeys/passwords.ts';
import { peopleJourneys } from './journeys/people.ts';
import { policyJourneys } from './journeys/policy.ts';
import { resetJourneys } from './journeys/resets.ts';
import { signInJourneys } from './journeys/signIn.ts';
import { securitySettingsJourneys } from './journeys/securitySettings.ts';
import { webTest } from './support/fixtures.ts';

webTest.describe.configure({ mode: 'parallel' });
signInJourneys(webTest);
securitySettingsJourneys(webTest);
passwordJourneys(webTest);
peopleJourneys(webTest);
resetJourneys(webTest);
keyboardJourneys(webTest);
policyJourneys(webTest);
