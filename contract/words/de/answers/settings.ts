import type { words as english } from '../../en/answers/settings.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  // Changes that wait for a second person
  ownChange: 'Sie haben um diese Änderung gebeten, deshalb muss jemand anderes zustimmen.',
  tooYoungToAgree:
    'Ihre Rolle, Ihr Konto oder die Verknüpfung, über die Sie angemeldet sind, ist jünger als 7 Tage; als zweite Person zählen Sie noch nicht. Bitten Sie eine Person, die ihre schon länger hat.',
  onePersonOfTwo:
    'Eine von Ihnen beiden hat der anderen in den letzten 7 Tagen Konto, Rolle, Verknüpfung oder Code gegeben oder ihre Kontaktdaten geändert; Sie zählen deshalb nicht als zwei Personen. Bitten Sie einen anderen Administrator oder Sicherheitsbeauftragte.',
  decidedAlready: 'Das ist schon entschieden.',
  unknownChange: 'Diese Version von Gatehouse kennt eine solche Änderung nicht mehr.',
  addedMeanwhile: 'Unter diesem Namen oder dieser Adresse gibt es inzwischen schon etwas.',
  askerMayNot: 'Wer darum gebeten hat, darf das nicht mehr.',
  nobodyAgreed: 'Innerhalb von 30 Tagen hat niemand zugestimmt.',
  withdrawnByLink: 'Sie wurde über den Link in einer E-Mail zurückgezogen.',
  withdrawnBy: '{name} hat sie zurückgezogen.',
  nothingToWithdraw:
    'Über diese Änderung ist schon entschieden, es gibt nichts zurückzuziehen. Wenn etwas nicht stimmt, sagen Sie Ihrem Helpdesk Bescheid.',
  noSuchChange: 'Diese Änderung gibt es hier nicht.',
  changeOver:
    '{state, select, in_effect {Diese Änderung ist in Kraft. Es gibt nichts mehr zu entscheiden.} withdrawn {Diese Änderung wurde zurückgezogen. Es gibt nichts mehr zu entscheiden.} failed {Diese Änderung konnte nicht in Kraft treten und ist beendet. Es gibt nichts mehr zu entscheiden.} other {Diese Änderung ist beendet. Es gibt nichts mehr zu entscheiden.}}',
  changeOverBy:
    '{state, select, in_effect {Diese Änderung ist in Kraft ({name}). Es gibt nichts mehr zu entscheiden.} withdrawn {Diese Änderung wurde zurückgezogen ({name}). Es gibt nichts mehr zu entscheiden.} failed {Diese Änderung konnte nicht in Kraft treten und ist beendet ({name}). Es gibt nichts mehr zu entscheiden.} other {Diese Änderung ist beendet ({name}). Es gibt nichts mehr zu entscheiden.}}',

  // What an officer of old has to do
  officerOfOld:
    '{what, select, unfreeze {Das Einfrieren aufheben können nur Sicherheitsbeauftragte, deren Rolle und deren Verknüpfung, über die sie angemeldet sind, mindestens 7 Tage alt sind.} other {Diese Änderung erleichtert Zurücksetzungen oder eine erste Einrichtung. Speichern können sie nur Sicherheitsbeauftragte, deren Rolle und deren Verknüpfung, über die sie angemeldet sind, mindestens 7 Tage alt sind.}}',
});
