/** The same journeys in the desktop app, connected to a server by its address. */
import { keyboardJourneys } from './journeys/keyboard.ts';
import { managerJourneys } from './journeys/managers.ts';
import { passwordJourneys } from './journeys/passwords.ts';
import { peopleJourneys } from './journeys/people.ts';
import { policyJourneys } from './journeys/policy.ts';
import { resetJourneys } from './journeys/resets.ts';
import { riskTierJourneys } from './journeys/riskTiers.ts';
import { securitySettingsJourneys } from './journeys/securitySettings.ts';
import { signInJourneys } from './journeys/signIn.ts';
import { stopJourneys } from './journeys/stops.ts';
import { desktopTest } from './support/fixtures.ts';

desktopTest.describe.configure({ mode: 'parallel' });
signInJourneys(desktopTest);
securitySettingsJourneys(desktopTest);
passwordJourneys(desktopTest);
peopleJourneys(desktopTest);
resetJourneys(desktopTest);
riskTierJourneys(desktopTest);
managerJourneys(desktopTest);
stopJourneys(desktopTest);
keyboardJourneys(desktopTest);
policyJourneys(desktopTest);
