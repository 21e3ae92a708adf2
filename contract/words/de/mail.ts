import type { words as english } from '../en/mail.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  operator: 'Der Betreiber des Servers',
  refusedMail: '{to}: {said}',
  peopleUnread: '{system}: die Personen dort, zuletzt gelesen am {at}. {why}',
  peopleNeverRead: '{system}: die Personen dort, seit dem Einschalten am {at} noch nie gelesen. {why}',
  logUnread: '{system}: was dort mit Faktoren geschieht, zuletzt gelesen am {at}. {why}',
  logNeverRead: '{system}: was dort mit Faktoren geschieht, seit dem {at} noch nie gelesen. {why}',
  machineHolder: 'Jemand mit Zugang zum Rechner des Servers',
  somebody: 'jemand',
  people: '{names}',
  peopleAndMore: '{names} und {more, plural, one {# weitere Person} other {# weitere Personen}}',

  alteredPart:
    '{what, select, mfa {Dass es keine MFA hat} address {Wohin E-Mails gehen} session {Eine Sitzung} role {Eine Rolle} password {Das Passwort} sso_link {Eine Verknüpfung mit einem Identitätsanbieter} other {Etwas davon}}',
  role: '{role, select, auditor {Revision} help_desk {Helpdesk} security_officer {Sicherheitsbeauftragte} administrator {Administrator} other {Benutzer}}',
  replayed:
    'Was das Prüfprotokoll bis zum Ereignis {sequence} seither Personen genommen hat, wurde ihnen wieder genommen.',
  tier: '{tier, select, standard {Standard} elevated {erhöht} other {privilegiert}}',
  noDepartment: 'keine',
  unnamedAuthenticator: 'Ihre Authentifikator-App',
  contacts: '{contacts}',
  contact:
    '{field, select, email {E-Mail-Adresse} phone {Telefonnummer} mobile {Mobilnummer} other {Führungskraft}}',
  requestLine: '{name} ({tier})',
  moreRequests: 'und {more, number} weitere',

  // Der Bericht eines Monats
  month: '{month}',
  reportResets: 'Ausgeführte Zurücksetzungen: {count, number} (im Monat davor: {earlier, number})',
  reportTiers:
    'Nach Stufen: {standard, number} Standard, {elevated, number} erhöht, {privileged, number} privilegiert',
  reportDenied: 'Abgelehnte Anfragen: {count, number}, davon als mutmaßlicher Angriff: {attacks, number}',
  reportVetoed: 'Von der Person gestoppt, weil sie es nicht war: {count, number}',

  none: 'nicht gesetzt',
  mailServer: 'Mailserver: {from} -> {to}',
  mailServerNow: 'Mailserver jetzt: {to}',
  mailPassword: 'Passwort beim Mailserver: {to, select, none {nicht gesetzt} other {ein anderes}}',
  sender: 'Absender der E-Mails: {from} -> {to}',
  senderNow: 'Absender der E-Mails jetzt: {to}',
  publicUrl: 'Öffentliche Adresse: {from} -> {to}',
  publicUrlNow: 'Öffentliche Adresse jetzt: {to}',
  server: '{address} ({secure, select, tls {TLS} starttls {STARTTLS} other {nicht verschlüsselt}})',
  serverAs:
    '{address} ({secure, select, tls {TLS} starttls {STARTTLS} other {nicht verschlüsselt}}, als {username})',
  serverByToken:
    '{address} ({secure, select, tls {TLS} starttls {STARTTLS} other {nicht verschlüsselt}}, als {username} mit einem Token von {service})',
  helpDeskPhone: 'Telefon des Helpdesks: {from} -> {to}',
  helpDeskHours: 'Zeiten des Helpdesks: {from} -> {to}',

  checkRequestCode:
    '{name} hat am {at} Ihren Anfragecode genannt bekommen. War das nicht so? Sagen Sie es uns.',
  checkCall: '{name} hat Sie am {at} angerufen. War das nicht so? Sagen Sie es uns.',
  checkCallTo:
    '{name} hat am {at} die Nummer angerufen, die auf {ending} endet. War das nicht so? Sagen Sie es uns.',
  checkManager:
    'Ihre Führungskraft {name} hat die Anfrage am {at} bestätigt. War das nicht so? Sagen Sie es uns.',
  checkVideo:
    '{name} hat am {at} Ihren Lichtbildausweis per Video gesehen. War das nicht so? Sagen Sie es uns.',
  checkInPerson: '{name} hat Sie am {at} persönlich getroffen. War das nicht so? Sagen Sie es uns.',
  checkCode:
    'Sie haben am {at} einen Code aus Ihrer Authentifikator-App angegeben. War das nicht so? Sagen Sie es uns.',

  // Was in einem verbundenen System ohne Antrag hier getan wurde
  outsideLine:
    '{act, select, removed {Entfernt} other {Hinzugefügt}}: ein Faktor von {person}, durch {by}, {time}',
  moreOutside: 'und {more, number} weitere',
  outsideYours:
    '{act, select, removed {Ein Faktor von Ihnen wurde entfernt} other {Ihrem Konto wurde ein Faktor hinzugefügt}}, durch {by}, {time}.',
  outsideByOurs: 'jemanden mit dem Geheimnis, das hier aufbewahrt wird',
  outsideById: 'den Administrator {id}',

  linkClosed: 'Dort wird kein Code mehr angenommen, bis zwei Personen das Konto neu verknüpfen.',

  nobodyAgreed: 'Innerhalb von 30 Tagen hat niemand zugestimmt.',
});
