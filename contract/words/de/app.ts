import type { words as english } from '../en/app.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // Places, in the order of the rail
  dashboard: 'Übersicht',
  users: 'Benutzer',
  resetRequests: 'Anfragen',
  policy: 'Richtlinie',
  auditLog: 'Prüfprotokoll',
  outbox: 'Postausgang',
  settings: 'Einstellungen',
  securitySettings: 'Sicherheitseinstellungen',

  // The frame
  mainNavigation: 'Hauptnavigation',
  openNavigation: 'Navigation öffnen',
  skipToContent: 'Zum Inhalt springen',
  search: 'Suchen',
  paletteKeys: 'Strg K',
  waitingAt: '{place}, {count, plural, one {# wartet} other {# warten}}',
  signOut: 'Abmelden',
  expand: 'Ausklappen',
  collapse: 'Einklappen',
  stillSignedIn: 'Sie sind noch angemeldet. {detail}',

  // The server, on the desktop
  changeServer: 'Server wechseln',
  onThisComputer: 'Auf diesem Computer',
  sampleOrganisation: 'Beispielorganisation',
  anotherServer: 'Anderer Server …',

  // Appearance and language
  appearanceAndLanguage: 'Darstellung und Sprache',
  appearance: 'Darstellung',
  light: 'Hell',
  dark: 'Dunkel',
  asMySystem: 'Wie das System',
  lookAsSystem: 'Darstellung wie im System',
  languageAsSystem: 'Sprache des Systems',
  language: 'Sprache',
  languageNotSaved: 'Die Sprache wurde nicht geändert. {detail}',

  // Banners
  notices: 'Hinweise',
  trouble: '{sentence} Lesen geht weiterhin. Dieser Hinweis verschwindet von selbst, sobald es vorbei ist.',
  notConnected:
    'Der Server ist nicht erreichbar. Die Verbindung wird von selbst wieder versucht; die Anzeige kann veraltet sein.',
  setUpNow: 'Jetzt einrichten',
  setUpBy:
    'Richten Sie die Multi-Faktor-Authentifizierung bis {date} ein. Danach wird sie bei jeder Anmeldung verlangt.',
  sample: 'Eine Beispielorganisation: Die Personen sind erfunden, und keine E-Mail verlässt diesen Computer.',
  local:
    '<b>Auf diesem Computer.</b> Nur Sie können sich hier anmelden. Für Kolleginnen und Kollegen brauchen Sie einen Server.',
  showHow: 'Anleitung',
  frozen: '{what} sind eingefroren. Bis Sicherheitsbeauftragte das Einfrieren aufheben, {means}.',
  nothingIsReset: 'wird nichts zurückgesetzt',
  nobodySetsUp: 'kann niemand MFA einrichten oder übertragen',
  noLinkSetsPassword: 'kann kein Passwort über einen Link aus einer E-Mail festgelegt werden',
  frozenBy: 'Eingefroren von {name}, {since}: „{reason}“',
  frozenBySomebody: 'Eingefroren {since}: {reason}',
  endsUnlessYou: 'Ende von selbst: {date}, sofern Sie das Einfrieren nicht bestätigen.',
  endsUnlessName: 'Ende von selbst: {date}, sofern {name} das Einfrieren nicht bestätigt.',
  endsUnlessSomebody:
    'Ende von selbst: {date}, sofern das Einfrieren nicht von derselben Person bestätigt wird.',
  confirmItWasYou: 'Bestätigen, dass Sie es waren',
  openResetRequests: 'Anfragen öffnen',

  // How colleagues can sign in
  colleaguesTitle: 'Anderen die Anmeldung ermöglichen',
  colleaguesLead:
    'Diese Organisation liegt auf diesem Computer und antwortet niemandem sonst. Für Kolleginnen und Kollegen starten Sie Gatehouse auf einem Rechner, den sie erreichen können:',
  colleaguesCreate:
    'Legen Sie dort die Organisation an: <code>gatehouse init --organisation NAME --admin BENUTZERNAME --admin-email E-MAIL</code>',
  colleaguesStart:
    'Starten Sie den Server mit Ihrem Zertifikat: <code>gatehouse serve --host 0.0.0.0 --tls-cert DATEI --tls-key DATEI</code>',
  colleaguesImport: 'Importieren Sie Ihre Benutzer: <code>gatehouse import-users DATEI.csv</code>',
  colleaguesConnect: 'Wählen Sie hier oben links <em>Anderer Server …</em> und geben Sie die Adresse ein.',
  close: 'Schließen',

  // What waits for whoever is signed in
  forYou: 'Wartet auf Sie',
  forYouNew: 'Wartet auf Sie, {count} neu',
  forYouNothing: 'Nichts wartet auf Sie',
  forYouNothingHint:
    'Anfragen zum Entscheiden, was Kollegen Ihnen übergeben und was bald endet, erscheint hier.',
  forYouRequests: 'Anfragen',
  forYouHanded: 'An Sie übergeben',
  forYouChanges: 'Änderungen, denen Sie zustimmen können',
  forYouExemptions: 'Ausnahmen, die in 7 Tagen enden',
  forYouTrouble: 'Dieser Server',
  forYouMore: 'und {count, plural, one {# weitere} other {# weitere}}',
  isNew: 'Neu',
  attackReported: 'Als Angriff gemeldet',
  askedFor: 'angefragt {at}',
  handedBy: 'von {name}, {at}',
  endsAt: 'endet {at}',

  // The palette
  find: 'Person, Seite oder Aktion suchen',
  results: 'Ergebnisse',
  goTo: 'Gehe zu',
  searching: 'Wird gesucht …',
  nothingFound: 'Nichts mit diesem Namen.',
  action: 'Aktion',
  openForCaller: 'Anfrage für Anrufende anlegen',
  openRequestFor: 'Anfrage für {name} anlegen',
  freezeResets: 'Zurücksetzungen einfrieren',
  addUser: 'Benutzer hinzufügen',
  importUsers: 'Benutzer importieren',
  departments: 'Abteilungen',
  outside: 'Am Tor vorbei',
  policyVersions: 'Versionen der Richtlinie',
  confirmRequests: 'Anfragen auf Zurücksetzung bestätigen',
  resetReport: 'Bericht der Zurücksetzungen',
  showKeys: 'Alle Tasten zeigen',
  requestOf: 'Anfrage von {name}',
  savedView: 'Gespeicherte Ansicht',

  // The keys
  keysTitle: 'Tasten',
  keyPalette: 'Person, Seite oder Aktion suchen',
  keySearch: 'In dieser Liste suchen',
  keyRows: 'Nächste und vorige Zeile',
  keyEnds: 'Erste und letzte Zeile',
  keyOpen: 'Zeile öffnen',
  keyOpenTab: 'Zeile in neuem Tab öffnen',
  keySelect: 'Zeile auswählen',
  keyShiftX: 'Umschalt X',
  keySelectRange: 'Alle ab der letzten auswählen',
  keyBack: 'Schließen oder zurück zur Liste',
  keyThis: 'Alle Tasten zeigen',
  keyHome: 'Pos1',
  keyEnd: 'Ende',
  keyEnter: 'Eingabe',
  keyCtrlEnter: 'Strg Eingabe',
  keyEscape: 'Esc',

  // Step-up
  confirmTitle: 'Bestätigen Sie Ihre Identität',
  confirm: 'Bestätigen',
  freshCode: 'Dafür ist ein neuer Code aus Ihrer Authentifikator-App nötig. Die Bestätigung gilt 5 Minuten.',
  authorizationCode: 'Bestätigungscode',
  typeSixDigits: 'Geben Sie die sechs Ziffern ein, die Ihre Authentifikator-App anzeigt.',
  continueWith: 'Weiter mit {provider}',
  openAgain: '{provider} erneut öffnen',
  signInInWindow:
    'Melden Sie sich in dem Fenster an, das sich geöffnet hat. Danach geht es hier von selbst weiter.',
  freshSignIn: 'Dafür ist eine neue Anmeldung bei {provider} nötig. Die Bestätigung gilt 5 Minuten.',

  // Pages that are none
  notFoundTitle: 'Seite nicht gefunden',
  nothingHere: 'Unter dieser Adresse gibt es nichts',
  checkLink: 'Prüfen Sie den Link, oder gehen Sie dorthin zurück, woher Sie gekommen sind.',
  notPermitted: 'Diese Seite gehört nicht zu Ihrer Rolle',
  askForRole: 'Eine Rolle, zu der sie gehört, können Administratoren erteilen.',
  goToStart: 'Zur Startseite',
  pageFailed: 'Diese Seite konnte nicht angezeigt werden',
  nothingChanged:
    'Es wurde nichts geändert. Wenn es wieder vorkommt, sagen Sie Ihrer Administration, was Sie zuletzt getan haben.',
  tryAgain: 'Erneut versuchen',
});
