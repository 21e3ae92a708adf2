import type { words as english } from '../../en/answers/signIn.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  enterActivationCode:
    'Geben Sie den Aktivierungscode aus der E-Mail ein, die Sie bekommen haben. Keine E-Mail? Bitten Sie Ihren Helpdesk um einen neuen Code.',
  wrongActivationCode:
    'Dieser Aktivierungscode stimmt nicht oder ist abgelaufen. Geben Sie den neuesten ein oder bitten Sie Ihren Helpdesk um einen neuen.',
  tooManyActivationCodes:
    'Zu viele falsche Aktivierungscodes. Warten Sie {seconds, plural, one {# Sekunde} other {# Sekunden}} und geben Sie dann den neuesten ein oder bitten Sie Ihren Helpdesk um einen neuen.',
  locked:
    'Dieses Konto ist nach zu vielen falschen Codes gesperrt. Bitten Sie Ihren Helpdesk, das Konto zu entsperren, oder fordern Sie eine Zurücksetzung an.',
  mfaNotOn: 'Für dieses Konto ist keine Multi-Faktor-Authentifizierung eingerichtet.',
  wrongCode:
    '{again, select, yes {Dieser Code stimmt nicht. Stellen Sie die Uhr Ihres Telefons auf automatisch und geben Sie dann den Code ein, den die App jetzt anzeigt.} other {Dieser Code stimmt nicht. Geben Sie den Code ein, den die App jetzt anzeigt. Jeder Code gilt nur einmal.}}',
  tooManyCodes:
    'Zu viele falsche Codes. Warten Sie {seconds, plural, one {# Sekunde} other {# Sekunden}} und geben Sie dann den Code ein, den die App anzeigt.',
  setupEnded: 'Diese Einrichtung ist beendet. Beginnen Sie von vorn und scannen Sie den neuen QR-Code.',
  wrongSetupCode:
    'Dieser Code stimmt nicht. Prüfen Sie, ob die Uhr Ihres Telefons auf automatisch steht, und geben Sie dann den Code ein, den die App jetzt anzeigt.',
  oldEntrysCode:
    'Das ist ein Code des Eintrags, den Sie schon haben. Geben Sie den Code ein, den die App zum neuen Eintrag zeigt, der durch den QR-Code entstanden ist.',
  notSixDigits: 'Ein Code hat sechs Ziffern. Geben Sie den Code ein, den die App jetzt anzeigt.',
  sixDigits: 'Ein Code hat sechs Ziffern.',
  enterCode: 'Geben Sie den Code ein, den Ihre Authentifikator-App jetzt anzeigt.',
  passwordTooShort:
    'Verwenden Sie mindestens {least, number} Zeichen. Einige Wörter hintereinander lassen sich leicht merken.',
  passwordTooLong: 'Dieses Passwort ist zu lang: Es darf höchstens 1.024 Bytes haben.',
  passwordCommon:
    'Dieses Passwort ist leicht zu erraten. Wählen Sie eines, das nicht aus gängigen Wörtern, Namen oder Tastenreihen besteht.',
  passwordContainsUsername: 'Das Passwort darf den Benutzernamen nicht enthalten.',
  wrongPassword: 'Ihr aktuelles Passwort stimmt nicht. Prüfen Sie es und versuchen Sie es noch einmal.',
  tooManyPasswords:
    'Zu viele falsche Passwörter. Warten Sie {seconds, plural, one {# Sekunde} other {# Sekunden}} und versuchen Sie es dann noch einmal.',
  tooManyPasswordsForUsername:
    'Zu viele falsche Passwörter für diesen Benutzernamen. Warten Sie {seconds, plural, one {# Sekunde} other {# Sekunden}} und versuchen Sie es dann noch einmal.',
  nothingHeld:
    'Keines Ihrer Konten wartet auf einen Aktivierungscode. Melden Sie sich dort an oder fragen Sie Ihren Helpdesk.',
  setUpHereFirst:
    'Melden Sie sich bei {organisation} mit Benutzername und Passwort an: Dort werden Sie nach dem Aktivierungscode gefragt. Wenn Sie dort einrichten, öffnen sich auch Ihre anderen Konten.',
  systemGone:
    'Dieser Link führt nirgends mehr hin. Öffnen Sie ihn noch einmal auf der Seite, von der Sie kommen, oder fragen Sie Ihren Helpdesk.',
  noMatch:
    'Benutzername und Passwort passen nicht zusammen. Prüfen Sie beides und versuchen Sie es noch einmal.',
  signInTooLong: 'Diese Anmeldung hat zu lange gedauert. Melden Sie sich noch einmal an.',
  noMoreTime: 'Die Zeit für diese Einrichtung ist abgelaufen. Melden Sie sich noch einmal an.',
  alreadyOn:
    'Die Multi-Faktor-Authentifizierung ist schon eingerichtet. Um sie umzuziehen, geben Sie einen Code aus Ihrer jetzigen App ein.',
  mfaNotOffered: 'Ihre Organisation bietet derzeit keine Multi-Faktor-Authentifizierung an.',
  requestOpenNoMove:
    'Für Sie ist eine Anfrage auf Zurücksetzung offen, deshalb bleibt Ihre Einrichtung, wo sie ist. Beantworten Sie die Anfrage oder brechen Sie sie ab; danach können Sie auf das neue Telefon umziehen.',
  unnamedAuthenticator: 'Authentifikator-App',
  noSuchAuthenticator:
    'Sie haben keinen Authentifikator mit dieser Kennung. Er wurde vielleicht inzwischen entfernt.',
  mostAuthenticators: 'Sie haben fünf Authentifikatoren, mehr gehen nicht. Entfernen Sie zuerst einen.',
  addWithCode:
    'Geben Sie einen Code von einem Authentifikator ein, den Sie haben. Dann fügen Sie den nächsten hinzu.',
  resetPendingNoRemoval:
    'Für Sie ist eine Anfrage auf Zurücksetzung offen, Ihre Einrichtung bleibt deshalb, wie sie ist. Beantworten Sie die Anfrage oder brechen Sie sie ab.',
  resetPending: 'Eine Zurücksetzung steht schon aus. Sie können sie abbrechen.',
  linkSpent: 'Dieser Link gilt nicht mehr. Fordern Sie einen neuen an.',
  alreadySetUp: 'Auf diesem Server gibt es schon eine Organisation. Melden Sie sich stattdessen an.',
  openSetUpLink: 'Öffnen Sie den Einrichtungslink, den der Server beim Start ausgegeben hat.',
  sampleHereOnly: 'Eine Beispielorganisation gibt es nur auf diesem Computer.',
  noUserOfName: 'Es gibt keine Person mit dem Benutzernamen „{username}“.',
  isSuspended: '{name} ist suspendiert. Die Administration kann das Konto wieder freigeben.',
  hundredWrongCodes:
    'Für {name} wurden seit dem letzten richtigen Code hundert falsche eingegeben. Entsperren hilft nicht mehr. Führen Sie den Befehl ohne --unlock aus; danach wird neu eingerichtet.',
  isNotLocked: '{name} ist nicht gesperrt.',

  sampleAll: 'Administrator und Sicherheitsbeauftragte: sieht und darf alles.',
  sampleOfficer: 'Sicherheitsbeauftragte: legt die Richtlinie fest, entscheidet Anfragen.',
  sampleAdministrator: 'Administrator: die zweite Person, die privilegierte Zurücksetzungen brauchen.',
  sampleDesk: 'Helpdesk: prüft Anfragen.',
  sampleAuditor: 'Revision: liest alles, ändert nichts.',
  sampleUserOn: 'Ein Konto mit aktiver MFA.',
  sampleUserGrace: 'Ein Konto ohne MFA, in der Übergangsfrist.',
  sampleUserBlocked: 'Ein Konto, dessen Übergangsfrist vorbei ist: Die Anmeldung führt zur Einrichtung.',
});
