import type { words as english } from '../en/doctor.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  well: 'Alles ist in Ordnung.',
  advice: 'Ein Rat, kein Fehler:',
  faults: '{count, plural, one {# Sache ist} other {# Dinge sind}} in Ordnung zu bringen.',
  late: 'Das ließ sich nicht in {seconds, plural, one {# Sekunde} other {# Sekunden}} prüfen. Prüfen Sie, wovon es abhängt, und sehen Sie noch einmal nach.',
  notLooked: 'Das ließ sich nicht prüfen: {why}',
  oldSchema:
    '{waiting, plural, one {# Migration steht} other {# Migrationen stehen}} aus. Legen Sie eine Sicherung an, und führen Sie dann `gatehouse migrate` aus, oder starten Sie den Server.',
  clockOff:
    'Die Uhr dieses Rechners und die der Datenbank gehen um {seconds, plural, one {# Sekunde} other {# Sekunden}} auseinander. Lassen Sie beide über NTP stellen.',
  clockBehind:
    'Die Uhr dieses Rechners geht hinter dem letzten Ereignis des Prüfprotokolls. Stellen Sie sie richtig, und lassen Sie sie über NTP stellen.',
  noPublicUrl:
    'Es ist keine öffentliche Adresse gesetzt, also führen Links in E-Mails nirgendwohin. Setzen Sie sie mit --public-url oder in den Einstellungen.',
  noDns:
    'Der Name {host} der öffentlichen Adresse führt zu keiner Adresse. Legen Sie seinen DNS-Eintrag an, oder berichtigen Sie die Adresse.',
  tlsRefused:
    'Ein Browser würde {address} nicht öffnen ({why}). Prüfen Sie, was dort antwortet, und sein Zertifikat.',
  tlsEnded: 'Das Zertifikat ist am {at} abgelaufen. Erneuern Sie es.',
  tlsEnds: 'Das Zertifikat läuft am {at} ab. Erneuern Sie es vorher.',
  noMail:
    'Es gibt keinen Mailserver, also bekommt niemand eine E-Mail. Setzen Sie ihn mit --smtp-url oder in den Einstellungen.',
  mailRefused: 'Der Mailserver ist nicht benutzbar: {why}',
  noBackup:
    'Es wurde nie eine Sicherung angelegt. Legen Sie mit `gatehouse backup DATEI` eine an, und lassen Sie den Server mit --backup-dir jeden Tag eine anlegen.',
  oldBackup:
    'Die letzte Sicherung ist {days, plural, one {# Tag} other {# Tage}} alt. Legen Sie mit `gatehouse backup DATEI` eine an, und finden Sie heraus, warum seither keine entstand.',
  littleDisk: 'In {folder} sind noch {megabytes, number} MB frei. Schaffen Sie Platz.',
  noCheckpoints:
    'An keinem anderen Ort liegt eine Datei mit Prüfpunkten, also würde niemand merken, wenn die ganze Datenbank auf einen früheren Stand zurückgespielt wird. Nennen Sie mit --checkpoint-to eine auf einer anderen Festplatte.',
  siemBehind:
    '{waiting, plural, one {# Ereignis wartet} other {# Ereignisse warten}} auf das SIEM ({destination}), das älteste seit {minutes, plural, one {# Minute} other {# Minuten}}. Prüfen Sie, ob ein Server mit diesem Ziel läuft.',
  siemFails:
    'Das SIEM ({destination}) hat seit {minutes, plural, one {# Minute} other {# Minuten}} nichts angenommen ({why}); {waiting, plural, one {# Ereignis wartet} other {# Ereignisse warten}}. Prüfen Sie, was dort antwortet, sein Zertifikat und den Weg dorthin.',
  putBack:
    'Die Datenbank wurde auf einen früheren Stand zurückgespielt: In {file} steht ein Prüfpunkt zum Ereignis {count, number} eines anderen Prüfprotokolls. Spielen Sie die richtige ein, oder führen Sie `gatehouse restore --accept` aus.',
  policyBroken:
    'Die geltende Richtlinie fehlt, ist nicht lesbar oder wurde in der Datenbank verändert, also meldet sich niemand an, und nichts wird entschieden. Finden Sie heraus, wer in die Datenbank schreibt, und führen Sie dann `gatehouse recover` aus: Danach gilt die Standardrichtlinie.',
  policyAltered:
    'Eine frühere Version der Richtlinie wurde in der Datenbank verändert, also wird keine Rücksetzung entschieden. Finden Sie heraus, wer in die Datenbank schreibt, und führen Sie dann `gatehouse recover` aus: Danach steht dort die Standardrichtlinie.',
  replicaAway:
    'Das Replikat der Datenbank ist nicht nutzbar: {why}. Listen, Suchen und Exporte kommen so lange vom primären Server.',
  replicaOther:
    'Der Server, den --database-replica nennt, folgt nicht dieser Datenbank. Listen, Suchen und Exporte kommen vom primären Server. Nennen Sie ein Standby davon.',
  replicaBehind:
    'Das Replikat der Datenbank ist {seconds, plural, one {# Sekunde} other {# Sekunden}} im Rückstand. Listen, Suchen und Exporte kommen vom primären Server, bis es aufgeholt hat. Sehen Sie dort in pg_stat_replication nach.',
});
