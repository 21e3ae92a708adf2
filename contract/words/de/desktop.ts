import type { words as english } from '../en/desktop.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // The application menu, as the system names what is its own
  file: 'Datei',
  edit: 'Bearbeiten',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  pasteAndMatchStyle: 'Einfügen und Stil anpassen',
  delete: 'Löschen',
  selectAll: 'Alles auswählen',
  go: 'Gehe zu',
  dashboard: 'Übersicht',
  users: 'Benutzer',
  resetRequests: 'Anfragen',
  policy: 'Richtlinie',
  auditLog: 'Prüfprotokoll',
  securitySettings: 'Sicherheitseinstellungen',
  view: 'Ansicht',
  actualSize: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  toggleFullScreen: 'Vollbild ein/aus',
  toggleDeveloperTools: 'Entwicklertools ein/aus',
  window: 'Fenster',
  minimize: 'Minimieren',
  zoom: 'Zoomen',
  bringAllToFront: 'Alle nach vorne bringen',
  closeWindow: 'Fenster schließen',
  help: 'Hilfe',
  about: 'Über Gatehouse',
  services: 'Dienste',
  hide: 'Gatehouse ausblenden',
  hideOthers: 'Andere ausblenden',
  showAll: 'Alle einblenden',
  lockNow: 'Jetzt sperren',
  quit: 'Beenden',
  quitGatehouse: 'Gatehouse beenden',

  // The tray
  openGatehouse: 'Gatehouse öffnen',
  waiting:
    '{count, plural, =0 {Gatehouse} one {Gatehouse: # Anfrage wartet} other {Gatehouse: # Anfragen warten}}',

  // The notification
  handed: 'Anfrage an Sie weitergegeben',
  handedBody: 'Eine Anfrage auf Zurücksetzung liegt jetzt bei Ihnen.',
  decisionAsked: 'Entscheidung erbeten',
  decisionAskedBody: 'Eine Anfrage auf Zurücksetzung wartet auf Ihre Entscheidung.',
  newRequest: 'Neue Anfrage',
  newRequestBody: 'Jemand bittet darum, die eigene Multi-Faktor-Authentifizierung zurückzusetzen.',

  // Organisations on this computer, and their server
  onThisComputer: 'Auf diesem Computer',
  sampleOrganisation: 'Beispielorganisation',
  profileGone: 'Diese Organisation gibt es auf diesem Computer nicht mehr. Wählen Sie eine andere.',
  noneOpen: 'Es ist keine Organisation geöffnet. Wählen Sie zuerst eine.',
  serverStarting: 'Der Server auf diesem Computer startet noch. Versuchen Sie es gleich noch einmal.',
  serverDown: 'Der Server auf diesem Computer läuft nicht.',
  serverNotPrepared: 'Der Server konnte nicht vorbereitet werden.',
  serverNotStarted: 'Der Server auf diesem Computer konnte nicht starten.',
  serverStartsAgain: 'Der Server auf diesem Computer wurde unerwartet beendet und startet neu.',
  serverGivenUp:
    'Der Server auf diesem Computer wurde innerhalb einer Minute {times, number}-mal beendet (Code {code}). Ihre Daten sind erhalten. Starten Sie Gatehouse neu; Näheres steht im Protokoll.',
  keychainLocked:
    'Der Schlüsselbund öffnet den Schlüssel dieser Organisation nicht. Entsperren Sie den Schlüsselbund und starten Sie Gatehouse dann neu.',
  noKeychainSession:
    'Dieser Computer hat keinen Schlüsselbund, daher bleiben Sie nur angemeldet, bis Gatehouse beendet wird.',
  noKeychainKey:
    'Dieser Computer hat keinen Schlüsselbund: Der Schlüssel, der die Authentifikatoren schützt, liegt in einer Datei, die nur Ihr Konto lesen kann. Richten Sie einen Schlüsselbund ein, oder verschlüsseln Sie das Laufwerk.',

  // The address of a server, as it was typed
  typeAddress: 'Geben Sie die Adresse des Servers ein, zum Beispiel https://gatehouse.example.org.',
  noAddress:
    'Das ist keine Adresse. Geben Sie die Adresse des Servers ein, zum Beispiel https://gatehouse.example.org.',
  beginWithHttps: 'Die Adresse muss mit https:// beginnen, zum Beispiel https://gatehouse.example.org.',
  leaveOutPassword:
    'Lassen Sie Benutzername und Passwort in der Adresse weg. Sie melden sich auf der nächsten Seite an.',
  leaveOutPath:
    'Lassen Sie weg, was nach dem Namen des Servers steht. Richtig ist zum Beispiel https://gatehouse.example.org.',
  withoutTls:
    'Eine Verbindung ohne TLS kann unterwegs mitgelesen werden. Verwenden Sie https://, oder fragen Sie den Betrieb des Servers nach der https-Adresse.',
  noCertificate:
    'Das ist kein Zertifikat. Fügen Sie den ganzen Text ein, von BEGIN CERTIFICATE bis END CERTIFICATE.',
  noPin: 'Ein festgelegter Schlüssel beginnt mit sha256/, danach folgen 44 Zeichen.',

  // What a server answered that wasn't its own refusal
  sessionEnded: 'Ihre Sitzung ist beendet. Melden Sie sich noch einmal an.',
  asksForPause: 'Der Server bittet um eine Pause. Versuchen Sie es gleich noch einmal.',
  notReady:
    'Der Server ist nicht bereit. Versuchen Sie es gleich noch einmal; wenn es dabei bleibt, wenden Sie sich an den Betrieb des Servers.',
  notGatehouse:
    'Unter dieser Adresse antwortet etwas, aber kein Gatehouse-Server (Status {status}). Prüfen Sie die Adresse, oder wenden Sie sich an den Betrieb des Servers.',

  // Why there was no answer
  notFound: '{server} ist nicht zu finden. Prüfen Sie den Namen in der Adresse und Ihre Netzwerkverbindung.',
  refuses: '{server} lehnt die Verbindung ab. Prüfen Sie, ob der Server läuft und ob der Port stimmt.',
  silent: '{server} antwortet nicht. Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es noch einmal.',
  otherKey:
    '{server} zeigt einen anderen Schlüssel als den dafür festgelegten. Melden Sie sich nicht an. Fragen Sie den Betrieb des Servers, ob der Schlüssel geändert wurde.',
  otherName:
    '{server} zeigt ein Zertifikat für einen anderen Namen. Verwenden Sie den Namen aus dem Zertifikat, oder wenden Sie sich an den Betrieb des Servers.',
  notValidToday:
    '{server} zeigt ein Zertifikat, das heute nicht gültig ist. Prüfen Sie das Datum dieses Computers, oder bitten Sie den Betrieb des Servers, es zu erneuern.',
  noTls: '{server} spricht dort kein TLS. Prüfen Sie den Port in der Adresse.',
  notTrusted:
    '{server} zeigt ein Zertifikat, dem dieser Computer nicht vertraut. Fügen Sie diesem Profil das CA-Zertifikat Ihrer Organisation hinzu.',
  notReached:
    '{server} ist nicht erreichbar. Prüfen Sie Ihre Netzwerkverbindung und die Adresse und versuchen Sie es noch einmal.',

  // Links and sign-in by the system's browser
  linkNotAllowed:
    'Gatehouse öffnet nur https-Links zu den empfohlenen Authentifikator-Apps. Kopieren Sie den Link stattdessen.',
  providerNotHttps: 'Die Adresse des Anbieters beginnt nicht mit https:// und wird deshalb nicht geöffnet.',
  signInLeft: 'Sie haben die Anmeldung verlassen. Beginnen Sie sie von vorn.',
  otherServerChosen: 'Inzwischen wurde ein anderer Server gewählt. Beginnen Sie die Anmeldung von vorn.',
  backToGatehouse: 'Zurück zu Gatehouse',
  closeThisWindow: 'Sie können dieses Fenster schließen.',

  // What the page asked
  ownPagesOnly: 'Nur die eigenen Seiten von Gatehouse erhalten eine Antwort.',
  noOperation: 'Einen Vorgang dieses Namens gibt es nicht.',
  invalidInput: 'Etwas an der Anfrage ist nicht, wie es sein soll. Prüfen Sie Ihre Eingabe.',
  wentWrong:
    'In Gatehouse ist etwas schiefgegangen. Versuchen Sie es noch einmal; wenn es dabei bleibt, starten Sie Gatehouse neu.',
  missing: 'Diese Angabe fehlt.',
  tooShort: 'Das ist zu kurz.',
  tooLong: 'Das ist zu lang.',
  tooSmall: 'Das ist zu klein.',
  tooLarge: 'Das ist zu groß.',
  tooMany: 'Das sind zu viele.',
  notKnown: 'Das ist hier nicht bekannt.',
  notAsItShould: 'Das ist nicht, wie es sein soll.',
});
