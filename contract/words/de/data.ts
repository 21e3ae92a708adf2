import type { words as english } from '../en/data.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  unreachable:
    'Der Server ist nicht erreichbar. Prüfen Sie die Netzwerkverbindung und versuchen Sie es noch einmal.',
  unavailable: 'Der Server kann gerade nicht antworten ({status}). Versuchen Sie es gleich noch einmal.',

  // Signing in at a provider
  signInEnded: 'Diese Anmeldung ist beendet. Beginnen Sie sie von vorn.',
  beganElsewhere:
    'Diese Anmeldung wurde in einem anderen Browser begonnen oder ist beendet. Beginnen Sie sie hier von vorn.',
  signInLeft: 'Sie haben die Anmeldung verlassen. Beginnen Sie sie von vorn.',
  windowBlocked:
    'Der Browser hat das Fenster blockiert. Erlauben Sie dieser Seite, Fenster zu öffnen, und versuchen Sie es noch einmal.',
});
