import type { words as english } from '../en/contradictions.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // A policy as a whole
  requiredButUnavailable:
    'MFA kann nicht verpflichtend und zugleich nicht verfügbar sein. Machen Sie MFA verfügbar oder verlangen Sie sie von niemandem.',
  nobodySelected:
    'Wählen Sie mindestens eine Rolle, Abteilung oder Welle, oder verlangen Sie MFA von niemandem.',
  noDate: 'Das ist kein Datum. Wählen Sie eines.',
  idlesTooLong:
    'Eine Sitzung kann nicht länger untätig sein, als sie dauert. Verkürzen Sie die Zeit der Untätigkeit.',

  // The evidence of a tier
  requestCodeAsCheck: 'Der Anfragecode hat einen eigenen Schalter: Nehmen Sie ihn aus den Prüfungen heraus.',
  tooFewChecks:
    '{count, plural, one {# Prüfung wird verlangt} other {# verschiedene Prüfungen werden verlangt}}, aber {possible, plural, =0 {keine ist} one {nur # ist} other {nur # sind}} möglich.',
  strongBeyondCount: 'Es werden mehr starke Prüfungen verlangt als Prüfungen insgesamt.',
  tooFewStrongChecks: 'Es werden mehr starke Prüfungen verlangt, als möglich sind. Fügen Sie {checks} hinzu.',
  inPerson: '„Persönliches Erscheinen“',
  photoIdByVideo: '„Lichtbildausweis per Video“',
  managersConfirmation: '„Bestätigung der Führungskraft“',

  // Waves
  noWaveToPause:
    'Es gibt keine Welle, die angehalten werden kann. Fügen Sie eine hinzu oder beenden Sie die Pause.',
  waveBeforeRule:
    'Diese Welle würde vor der Regel beginnen. Wählen Sie ein späteres Datum oder lassen Sie die Regel früher beginnen.',
  dateTaken:
    'An diesem Tag beginnt schon eine andere Welle. Wählen Sie ein anderes Datum oder fassen Sie die beiden zusammen.',
  alreadyRequired:
    'Von der Abteilung {department} wird MFA schon ohne Welle verlangt. Nehmen Sie sie hier oder dort heraus.',
  inEarlierWave:
    'Die Abteilung {department} gehört schon zu einer früheren Welle. Nehmen Sie sie aus einer der beiden heraus.',
  wavesNeedSelection:
    'Wellen setzen ausgewählte Rollen und Abteilungen voraus. Wählen Sie solche oder entfernen Sie die Wellen.',
  wavesAskNobody:
    'Die Rolle Benutzer haben alle, die Wellen würden also niemanden mehr betreffen. Entfernen Sie die Rolle oder die Wellen.',
  tooManyDepartments:
    'Eine Richtlinie nennt höchstens {most, number} Abteilungen, mit und ohne Wellen. Entfernen Sie einige.',

  // A text with a character that nobody sees, as what it holds, at the end of a sentence
  invisibleAfter: 'ein unsichtbares Zeichen nach „{before}“',
  invisibleAtStart: 'ein unsichtbares Zeichen am Anfang',
  turningAfter: 'nach „{before}“ ein Zeichen, das die Schreibrichtung umkehrt',
  turningAtStart: 'am Anfang ein Zeichen, das die Schreibrichtung umkehrt',

  // What is frozen, at the beginning of a sentence and within one
  frozenFirst:
    '{what, select, resets {Alle Zurücksetzungen} setups {Neue Einrichtungen} passwords {Passwörter per E-Mail} resets_setups {Alle Zurücksetzungen und neue Einrichtungen} resets_passwords {Alle Zurücksetzungen und Passwörter per E-Mail} setups_passwords {Neue Einrichtungen und Passwörter per E-Mail} other {Alle Zurücksetzungen, neue Einrichtungen und Passwörter per E-Mail}}',
  frozenWithin:
    '{what, select, resets {alle Zurücksetzungen} setups {neue Einrichtungen} passwords {Passwörter per E-Mail} resets_setups {alle Zurücksetzungen und neue Einrichtungen} resets_passwords {alle Zurücksetzungen und Passwörter per E-Mail} setups_passwords {neue Einrichtungen und Passwörter per E-Mail} other {alle Zurücksetzungen, neue Einrichtungen und Passwörter per E-Mail}}',
});
