import type { words as english } from '../../en/answers/users.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  noSuchUser: 'Diese Person gibt es hier nicht.',
  usernameMissing: 'Geben Sie einen Benutzernamen an.',
  usernameTooLong: 'Ein Benutzername hat höchstens 64 Zeichen.',
  usernameHolds: 'Der Benutzername enthält {fault}. Geben Sie ihn ohne dieses Zeichen noch einmal ein.',
  usernameLetters: "Ein Benutzername besteht nur aus Buchstaben, Ziffern und . _ - @ + ', ohne Leerzeichen.",
  roleTooHigh: 'Diese Rolle hat einen höheren Rang als Sie.',
  usernameTaken: 'Der Benutzername „{username}“ ist vergeben. Wählen Sie einen anderen.',
  noSuchManager: 'Niemand hat hier den Benutzernamen „{username}“.',
  ownManager: 'Niemand ist die eigene Führungskraft.',
  lastAdministrator: '{name} ist der letzte aktive Administrator. Ernennen Sie zuerst einen weiteren.',
  tooManyWords: 'Suchen Sie nach höchstens {most, number} Wörtern.',
  noSuchDay: 'Den Tag {day} gibt es nicht. Schreiben Sie ihn wie 2026-12-02.',
  suspendedReinstate: 'Dieses Konto ist gesperrt. Geben Sie es zuerst wieder frei.',
  canSignIn:
    'Diese Person kann sich schon anmelden. Über „Passwort vergessen“ auf der Anmeldeseite bekommt sie einen Link per E-Mail.',
  tooManyLinks:
    'Sie haben in der letzten Stunde {sent, number} Einrichtungslinks verschickt. Den nächsten können Sie in {minutes, plural, one {# Minute} other {# Minuten}} senden.',
  suspendedMeanwhile: '{name} wurde inzwischen gesperrt.',
  ranksHigherNow: '{name} hat inzwischen einen höheren Rang als {by}.',
  tooManyRolesTaken:
    'Sie haben in den letzten 24 Stunden zwei Konten der Verwaltung gesperrt oder ihnen Rollen entzogen. Diese Rolle muss ein anderer Administrator entziehen. Wird ein Konto missbraucht, sperren Sie es: Das wartet dann auf eine zweite Person.',
  suspensionAlone:
    'Sie haben in den letzten 24 Stunden zwei Konten der Verwaltung gesperrt oder ihnen Rollen entzogen. Diese Sperre wartet deshalb auf eine zweite Person. Fordern Sie sie ohne weitere Änderungen an.',
  freedWithoutDepartment:
    'Die Richtlinie verlangt von {name} Multi-Faktor-Authentifizierung, ohne Abteilung aber nicht. Bestätigen Sie, dass dieser Wechsel davon befreit.',
  freedByDepartment:
    'Die Richtlinie verlangt von {name} Multi-Faktor-Authentifizierung, in der Abteilung {department} aber nicht. Bestätigen Sie, dass dieser Wechsel davon befreit.',
  ownRoles:
    'Niemand ändert die eigenen Rollen oder den eigenen Status. Bitten Sie einen anderen Administrator.',
  ranksHigher:
    'Diese Person oder die Rolle hat einen höheren Rang als Sie. Bitten Sie jemanden mit diesem Rang.',
  notCsv: 'Das ist keine CSV-Datei. Speichern Sie die Liste als CSV mit Kommas, in UTF-8.',
});
