/** The journeys in a browser, on the page that the server serves. */
import { keyboardJourneys } from './journeys/keyboard.ts';
import { languageJourneys } from './journeys/language.ts';
import { managerJourneys } from './journeys/managers.ts';
import { passwordJourneys } from './journeys/passwords.ts';
import { peopleJourneys } from './journeys/people.ts';
import { policyJourneys } from './journeys/policy.ts';
import { resetJourneys } from './journeys/resets.ts';
import { riskTierJourneys } from './journeys/riskTiers.ts';
import { signInJourneys } from './journeys/signIn.ts';
import { securitySettingsJourneys } from './journeys/securitySettings.ts';
import { stopJourneys } from './journeys/stops.ts';
import { tabJourneys } from './journeys/tabs.ts';
import { webTest } from './support/fixtures.ts';

webTest.describe.configure({ mode: 'parallel' });
signInJourneys(webTest);
securitySettingsJourneys(webTest);
passwordJourneys(webTest);
peopleJourneys(webTest);
resetJourneys(webTest);
riskTierJourneys(webTest);
managerJourneys(webTest);
stopJourneys(webTest);
keyboardJourneys(webTest);
policyJourneys(webTest);
tabJourneys(webTest);
languageJourneys(webTest);
