/** Journeys in which the shells differ, in the desktop app, connected to a server by its address. */
import { keyboardJourneys } from './journeys/keyboard.ts';
import { passwordJourneys } from './journeys/passwords.ts';
import { peopleJourneys } from './journeys/people.ts';
import { resetJourneys } from './journeys/resets.ts';
import { securitySettingsJourneys } from './journeys/securitySettings.ts';
import { signInJourneys } from './journeys/signIn.ts';
import { stopJourneys } from './journeys/stops.ts';
import { desktopTest, type ShellTest } from './support/fixtures.ts';

/** Where a session, a refusal, a code, the clipboard, a file, a link or a live event goes by the main process. */
const DIFFERENT: ReadonlySet<string> = new Set([
  'required setup at sign-in, and on to the organisation',
  'sign-in with a code: wrong ones are selected and explained, a paste with spaces is taken',
  'a wrong password and an unknown name get one and the same answer',
  'optional setup from Security Settings',
  'a forgotten password: a mailed link, and the code is still asked for',
  '200 people from a CSV: bad rows are shown first, the good ones come in and get a set-up link',
  'a lost phone: request, checks, approval, mail, a new setup with the activation code',
  'frozen: nothing is approved and no hold ends until an officer lets resets go on',
  'by keyboard alone: signing in, setting up, verifying and approving a reset',
]);

const registered = new Set<string>();

const different: ShellTest = (title, body) => {
  if (!DIFFERENT.has(title)) return;
  registered.add(title);
  desktopTest(title, body);
};

desktopTest.describe.configure({ mode: 'parallel' });
signInJourneys(different);
securitySettingsJourneys(different);
passwordJourneys(different);
peopleJourneys(different);
resetJourneys(different);
stopJourneys(different);
keyboardJourneys(different);

for (const title of DIFFERENT)
  if (!registered.has(title)) throw new Error(`No journey is called “${title}”.`);
