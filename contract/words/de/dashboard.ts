import type { words as english } from '../en/dashboard.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  title: 'Übersicht',
  loading: 'Wird geladen',
  summary:
    '<people>{withMfa, number} von {total, number}</people> {total, plural, one {Person hat} other {Personen haben}} MFA; {blocked, plural, =0 {niemand muss sie erst einrichten} one {<stuck>#</stuck> muss sie erst einrichten} other {<stuck>#</stuck> müssen sie erst einrichten}}; {waiting, plural, =0 {keine Anfrage auf Zurücksetzung wartet.} one {<queue># Anfrage auf Zurücksetzung</queue> wartet, bisher {age}.} other {<queue># Anfragen auf Zurücksetzung</queue> warten, die älteste bisher {age}.}}',

  rollOutPaused:
    '<b>Einführung angehalten</b> seit {at}: Bis sie weiterläuft, wird von keiner weiteren Abteilung MFA verlangt.',
  openPolicy: 'Richtlinie öffnen',
  onlyPerson:
    'Bisher gibt es hier nur Sie. Importieren Sie Ihre Mitarbeitenden aus einer CSV-Datei oder fügen Sie sie unter „Benutzer“ einzeln hinzu.',
  importPeople: 'Personen importieren',
  appointSecond:
    '<b>Bestimmen Sie eine zweite Person als Administrator.</b> Es gibt nur eine: Verliert sie ihr Telefon, kann hier niemand über ihre Zurücksetzung entscheiden, und nur am Rechner des Servers selbst bekommt sie wieder Zugang.',
  chooseSomeone: 'Person auswählen',

  waitingRequests: 'Wartende Anfragen',
  oldestWaits: 'älteste: {age}',
  nobodyWaits: 'niemand wartet',
  blocked: 'Muss MFA einrichten',
  blockedNote: 'bei der Anmeldung',
  locked: 'Gesperrt',
  lockedNote: 'zu viele falsche Codes',
  inGrace: 'In Übergangsfrist',
  graceFirst: 'zuerst {day}',
  graceNote: 'noch ohne MFA',

  everybody: 'Alle Personen',
  notRequired: 'Nicht verpflichtend',
  ssoOnly: 'Nur SSO',
  suspendedWithout: 'Suspendiert, ohne MFA',

  signs: 'Anzeichen eines Angriffs',
  wrongCodesToday: 'Falsche Codes heute (UTC)',
  wrongActivationCodes: 'Falsche Aktivierungscodes, 7 Tage',
  vetoes: '„Das war ich nicht“, 7 Tage',

  adoption: 'Verbreitung',
  adoptionLead: 'Personen mit MFA am Ende jedes Tages (UTC)',
  showAsChart: 'Als Diagramm',
  showAsTable: 'Als Tabelle',
  noAdoption: 'Die Linie beginnt mit der ersten Person, die MFA einrichtet.',
  adoptionByDay: 'Verbreitung nach Tag',
  day: 'Tag',
  peopleWithMfa: 'Personen mit MFA',
  adoptionChart:
    'Personen mit MFA: {first, number} ({firstDay}), später {last, number} ({lastDay}), von {total, number}.',
  allPeople: '{count, plural, one {Alle: # Person} other {Alle # Personen}}',
  people: '{count, plural, one {# Person} other {# Personen}}',

  departments: 'Abteilungen',
  departmentsLead: 'Zuerst die mit den meisten Personen ohne MFA',
  department: 'Abteilung',
  noDepartments: 'Noch gehört niemand zu einer Abteilung.',
  withoutDepartment: 'Ohne Abteilung',
  showAll: 'Alle {count, number} anzeigen',
  roles: 'Rollen',
  role: 'Rolle',
  everyone: 'Alle',
  withMfa: 'Mit MFA',
  stoppedAuthenticators: 'Authentifikator stillgelegt',
  withoutMfa: 'Ohne MFA',
  countWithout: '{count, number} ohne',
  peopleColumn: 'Personen',
  share: '<some>{withMfa, number}</some> von <all>{total, number}</all>',
  shareWithMfa: '{count, number} mit MFA',
  shareInAll: '{count, number} insgesamt',

  queue: 'Anfragen auf Zurücksetzung',
  openQueue: 'Zur Liste',
  nothingWaits: 'Keine Anfrage wartet.',
  nothingWaitsSince: 'Keine Anfrage wartet. Zuletzt entschieden: {at}.',
  waiting: 'Wartend',
  oldest: 'Älteste',
  medianTime: 'Bis zur Entscheidung',
  medianOver: '{duration} (Median, 30 Tage)',
  medianNone: 'Keine Entscheidung in 30 Tagen',
  lastDecided: 'Zuletzt entschieden',

  graceEnds: 'Ende der Übergangsfrist',
  byDay: 'Bis {day}',
  notSignedIn: 'Noch nicht angemeldet',
  nobodyInGrace: 'Niemand ist in der Übergangsfrist.',

  // Verbundene Systeme
  mfaPlaces: 'Wo Personen MFA haben',
  mfaPlacesLead:
    'Wie verbundene Systeme zuletzt gelesen wurden, vor höchstens einer Stunde, wo sie antworten.',
  place: 'Wo',
  placeHere: 'Hier',
  placeAnywhere: 'Irgendwo',
  placeNowhere: 'Nirgends',
  placeUnread: 'Noch nicht bekannt',
  withMfaPeople: 'Personen',
  connectedSystems: 'Verbundene Systeme',
  allThrough: 'Seit {since} lief jede Zurücksetzung in {system} über Gatehouse.',
  notThrough:
    'Seit {since} {count, plural, one {lief} other {liefen}} <list>{count, plural, one {# Änderung} other {# Änderungen}}</list> an Faktoren in {system} nicht über Gatehouse.',
  notReadYet: '{system} wird innerhalb einer Minute zum ersten Mal gelesen.',
  neverRead: '{system} wurde noch nie gelesen: {problem}',
  unreadSince: 'Seit {at} wurde nichts gelesen: {problem}',
  secretEnds:
    'Das Geheimnis für {system} läuft {at} ab. Erzeugen Sie dort vorher ein neues und geben Sie es unter „Einstellungen“ ein.',
  secretEnded:
    'Das Geheimnis für {system} ist {at} abgelaufen. Erzeugen Sie dort ein neues und geben Sie es unter „Einstellungen“ ein.',

  // Day one
  dayOneTitle: 'Erster Tag: {done, number} von {count, number} erledigt',
  dayOnePutAway: 'Ausblenden',
  dayOneDone: 'Erledigt',
  dayOneAddress: 'Die öffentliche Adresse festlegen, zu der Links in E-Mails führen',
  dayOneMail: 'Den Mailserver einrichten und eine Test-E-Mail senden',
  dayOneHelpDesk: 'Die Telefonnummer des Helpdesks angeben, die alle anrufen',
  dayOnePeople: 'Personen importieren oder hinzufügen',
  dayOneSecond: 'Eine zweite Person für die Administration ernennen, die sich einmal anmeldet',
  dayOnePolicy: 'Die erste Richtlinie speichern oder eine Welle planen',
  dayOneInvitations: 'Die Einladungen senden',
});
