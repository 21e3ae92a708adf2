import type { words as english } from '../../en/answers/settings.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  // Changes that wait for a second person
  ownChange: 'Sie haben diese Änderung vorgeschlagen, deshalb muss jemand anderes zustimmen.',
  tooYoungToAgree:
    'Ihre Rolle, Ihr Konto oder die Verknüpfung, über die Sie angemeldet sind, ist jünger als 7 Tage; als zweite Person zählen Sie noch nicht. Bitten Sie eine Person, die ihre schon länger hat.',
  onePersonOfTwo:
    'Eine der beiden Personen hat der anderen in den letzten 7 Tagen Konto, Rolle, Verknüpfung oder Code gegeben oder deren Kontaktdaten geändert; Sie zählen deshalb nicht als zwei Personen. Bitten Sie einen anderen Administrator oder jemand anderen mit der Rolle Sicherheitsbeauftragte.',
  decidedAlready: 'Das ist schon entschieden.',
  tooManyWaiting:
    '{most, plural, one {# Änderung, um die Sie gebeten haben, wartet schon auf eine zweite Person. Ziehen Sie sie zurück, oder warten Sie, bis sie entschieden ist.} other {# Änderungen, um die Sie gebeten haben, warten schon auf eine zweite Person. Ziehen Sie eine zurück, oder warten Sie, bis einige entschieden sind.}}',
  tooManyADay:
    '{most, plural, one {Sie haben an einem Tag um # Änderung gebeten, und jede ist eine E-Mail an alle, die zustimmen könnten. Versuchen Sie es morgen wieder.} other {Sie haben an einem Tag um # Änderungen gebeten, und jede ist eine E-Mail an alle, die zustimmen könnten. Versuchen Sie es morgen wieder.}}',
  waitsAlready:
    'Darum haben Sie schon gebeten, und es wartet auf eine zweite Person. Ziehen Sie das zuerst zurück, oder bitten Sie eine andere Person, es sich anzusehen.',
  tampered:
    'Diese Änderung wurde in der Datenbank verändert, und nicht von Gatehouse; niemand kann ihr zustimmen. Bitten Sie neu darum, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  unknownChange: 'Diese Version von Gatehouse kennt eine solche Änderung nicht mehr.',
  addedMeanwhile: 'Unter diesem Namen oder dieser Adresse gibt es inzwischen schon etwas.',
  askerMayNot: 'Wer sie vorgeschlagen hat, darf das nicht mehr.',
  withdrawnByLink: 'Sie wurde über den Link in einer E-Mail zurückgezogen.',
  withdrawnBy: '{name} hat sie zurückgezogen.',
  nothingToWithdraw:
    'Über diese Änderung ist schon entschieden, es gibt nichts zurückzuziehen. Wenn etwas nicht stimmt, sagen Sie Ihrem Helpdesk Bescheid.',
  noSuchChange: 'Diese Änderung gibt es hier nicht.',
  changeOver:
    '{state, select, in_effect {Diese Änderung ist in Kraft. Es gibt nichts mehr zu entscheiden.} withdrawn {Diese Änderung wurde zurückgezogen. Es gibt nichts mehr zu entscheiden.} failed {Diese Änderung konnte nicht in Kraft treten und ist beendet. Es gibt nichts mehr zu entscheiden.} other {Diese Änderung ist beendet. Es gibt nichts mehr zu entscheiden.}}',
  changeOverBy:
    '{state, select, in_effect {Diese Änderung ist in Kraft ({name}). Es gibt nichts mehr zu entscheiden.} withdrawn {Diese Änderung wurde zurückgezogen ({name}). Es gibt nichts mehr zu entscheiden.} failed {Diese Änderung konnte nicht in Kraft treten und ist beendet ({name}). Es gibt nichts mehr zu entscheiden.} other {Diese Änderung ist beendet ({name}). Es gibt nichts mehr zu entscheiden.}}',

  // What a freeze stops
  frozenResets:
    'Alle Zurücksetzungen sind eingefroren. Sicherheitsbeauftragte können das Einfrieren aufheben.',
  frozenSetups:
    'Neue Einrichtungen sind eingefroren: Niemand kann Multi-Faktor-Authentifizierung einrichten oder auf ein neues Telefon übertragen, und es werden weder Einrichtungslinks noch Aktivierungscodes gesendet. Sicherheitsbeauftragte können das Einfrieren aufheben.',
  frozenPasswords:
    'Passwörter per E-Mail sind eingefroren, daher lässt sich jetzt über keinen Link eines festlegen. Der Link bleibt gültig, bis seine Zeit abgelaufen ist; fragen Sie Ihren Helpdesk.',

  // Settings
  fixedBy: 'Das ist auf dem Server durch {variable} vorgegeben. Ändern Sie es dort.',
  publicUrlForm:
    'Eine öffentliche Adresse beginnt mit https:// und nennt einen Host, ohne Pfad, Benutzer und Passwort. Schreiben Sie sie wie https://gatehouse.example.',
  publicUrlSecure: 'Über diese Adresse melden sich Menschen an, daher muss sie mit https:// beginnen.',
  noSuchTimeZone: 'Diese Zeitzone gibt es nicht. Schreiben Sie sie wie Europe/Berlin.',
  noSuchCountry: 'Dieses Land gibt es nicht. Schreiben Sie die zwei Buchstaben, wie DE.',
  tokenUrlSecure: 'Die Adresse des Token-Diensts muss mit https:// beginnen.',
  oauthMailbox: 'Geben Sie für die Anmeldung mit einem Token das Postfach als Benutzernamen an.',
  noPrivateKey:
    'Das ist kein privater RSA-Schlüssel: Fügen Sie den PEM-Text oder die JSON-Datei des Dienstkontos ein.',
  noHost: 'Das ist nicht der Name eines Hosts. Schreiben Sie ihn wie mail.gatehouse.example, ohne Port.',
  passwordInTheClear: 'Das Passwort ginge unverschlüsselt durch das Netzwerk. Wählen Sie TLS oder STARTTLS.',
  noMailServer:
    'Es ist kein Mailserver eingestellt. Geben Sie einen ein, speichern Sie und versuchen Sie es noch einmal.',
  mailNotTaken: 'Der Mailserver hat die E-Mail nicht angenommen. Er sagt: {said}',

  // The outbox
  heldForRoute:
    'Der Weg der E-Mails wurde in den letzten 7 Tagen geändert, daher wird darüber nichts verschickt, womit sich jemand Zugang verschaffen könnte. Wer den Weg nicht geändert hat, kann diese E-Mail aufdecken und übergeben.',
  heldForAltered:
    'Jemand hat diese E-Mail oder die Adresse der Person in der Datenbank geändert, und nicht über Gatehouse; daher wird sie weder gesendet noch aufgedeckt. Prüfen Sie die Adresse der Person, speichern Sie sie neu, und lassen Sie dann eine neue E-Mail senden.',
  wayAltered:
    'Jemand hat die E-Mail-Einstellungen in die Datenbank geschrieben, und nicht über Gatehouse; daher geht darüber keine E-Mail. Prüfen Sie Mailserver, Passwort, Absender und öffentliche Adresse, und speichern Sie sie neu.',
  heldForProof:
    'Einladungen gehen, sobald die öffentliche Adresse feststeht und eine Test-E-Mail durch den Mailserver ging. Dann entsteht ein neuer Link.',
  noSuchMail: 'Diese E-Mail gibt es nicht.',
  notRevealable:
    'Diese E-Mail wurde gesendet oder wird es gleich. Aufdecken lässt sich nur eine E-Mail, die nicht gesendet werden kann.',
  mailToYou: 'Diese E-Mail geht an Sie. Bitten Sie eine andere Person, sie aufzudecken.',
  mailRanksHigher:
    'Diese E-Mail geht an jemanden mit höherem Rang als Ihrem. Wenden Sie sich an die Sicherheitsbeauftragten oder die Administration.',
  revealHadAPart:
    'Sie, oder jemand, den Sie angelegt haben oder der Sie angelegt hat, haben dies geprüft oder entschieden, diese E-Mail veranlasst oder um ihr Aufdecken gebeten, dieses Konto angelegt oder seine Adresse oder den Weg der E-Mails geändert. Mit ihr könnte sich jemand Zugang verschaffen, daher muss jemand anderes sie aufdecken und übergeben; wo es niemanden gibt, bleibt gatehouse recover auf dem Rechner des Servers.',
  revealAskFirst:
    'Um diese E-Mail hätte jeder bitten können, und wer sie liest, hat womöglich das Konto. Daher braucht es zwei: Bitten Sie hier eine zweite Person, die sie dann aufdeckt; wo es niemanden gibt, bleibt gatehouse recover auf dem Rechner des Servers.',
  revealNotAsked: 'Für diese E-Mail brauchen Sie keine zweite Person. Wer sie aufdecken darf, kann das tun.',
  revealTooYoung:
    'Ihre Rolle ist jünger als 7 Tage, daher zählen Sie noch nicht als zweite Person. Mit dieser E-Mail könnte sich jemand Zugang verschaffen, daher muss jemand anderes sie aufdecken und übergeben; wo es niemanden gibt, bleibt gatehouse recover auf dem Rechner des Servers.',
  revealDecided:
    'Sie, oder jemand, der mit Ihnen eine Person sein könnte, haben diese Anfrage geprüft oder entschieden. Bitten Sie jemand anderen, die E-Mail aufzudecken und zu übergeben.',
  revealAskOlder:
    'Ihre Rolle ist jünger als 7 Tage, daher zählen Sie noch nicht als zweite Person. Wenden Sie sich an jemanden, dessen Rolle älter ist.',
});
