import type { words as english } from '../../en/answers/resetRequests.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  // Checks, inside a sentence
  check:
    '{kind, select, request_code {der Anfragecode} call_back {ein Rückruf} manager_confirmation {die Bestätigung der Führungskraft} photo_id_video {ein Lichtbildausweis per Video} in_person {das persönliche Erscheinen} other {ein Code aus der bisherigen App}}',

  // What the recipe asks for, a step each
  stepExistingCode: 'Mit der Anfrage wurde ein gültiger Code eingegeben',
  stepRequestCode: 'Der Anfragecode wird am Telefon vorgelesen',
  stepChecks:
    '{count, plural, =0 {Eine dieser Prüfungen: {checks}} =1 {Eine dieser Prüfungen: {checks}} =2 {Zwei verschiedene Prüfungen: {checks}} =3 {Drei verschiedene Prüfungen: {checks}} =4 {Vier verschiedene Prüfungen: {checks}} other {# verschiedene Prüfungen: {checks}}}',
  stepStrong:
    '{count, plural, =1 {Davon mindestens eine: {checks}} =2 {Davon mindestens zwei: {checks}} =3 {Davon mindestens drei: {checks}} =4 {Davon mindestens vier: {checks}} other {Davon mindestens #: {checks}}}',

  // What is missing of it
  stillMissing: 'Es fehlt noch: {what}.',
  stillMissingTooOld:
    '{count, plural, one {Es fehlt noch: {what}. Zu alt, um zu zählen, und erneut nötig: {old}.} other {Es fehlt noch: {what}. Zu alt, um zu zählen, und erneut nötig: {old}.}}',
  missingAnd: '{first}; {rest}',
  missingChecks:
    '{count, plural, =1 {eine dieser Prüfungen: {checks}} =2 {zwei dieser Prüfungen: {checks}} =3 {drei dieser Prüfungen: {checks}} =4 {vier dieser Prüfungen: {checks}} other {# dieser Prüfungen: {checks}}}',
  missingStrong:
    '{count, plural, =1 {davon mindestens eine: {checks}} =2 {davon mindestens zwei: {checks}} =3 {davon mindestens drei: {checks}} =4 {davon mindestens vier: {checks}} other {davon mindestens #: {checks}}}',
  unlockFailed:
    'Eine Prüfung wurde nicht bestanden, deshalb bleibt dieses Konto gesperrt. Legen Sie eine Anfrage auf Zurücksetzung an, oder bitten Sie eine andere Person, es sich anzusehen.',
  unlockMissing:
    'Vergewissern Sie sich vor dem Entsperren, dass Sie mit der richtigen Person sprechen, und tragen Sie ein, wie. {missing}',

  // Why the tier is what it is
  reasonContact:
    '{how, select, added {{field, select, email {In den letzten 30 Tagen kam die E-Mail-Adresse dazu.} phone {In den letzten 30 Tagen kam die Telefonnummer dazu.} mobile {In den letzten 30 Tagen kam die Mobilnummer dazu.} other {In den letzten 30 Tagen kam die Führungskraft dazu.}}} other {{field, select, email {Die E-Mail-Adresse hat sich in den letzten 30 Tagen geändert.} phone {Die Telefonnummer hat sich in den letzten 30 Tagen geändert.} mobile {Die Mobilnummer hat sich in den letzten 30 Tagen geändert.} other {Die Führungskraft hat sich in den letzten 30 Tagen geändert.}}}}',
  reasonPasswordMailed: 'Ein Passwort wurde über einen Link aus einer E-Mail festgelegt.',
  reasonSecondRequest:
    '{state, select, approved {In 30 Tagen ist das nicht die einzige Anfrage; die letzte wurde genehmigt.} executing {In 30 Tagen ist das nicht die einzige Anfrage; die letzte wird gerade ausgeführt.} completed {In 30 Tagen ist das nicht die einzige Anfrage; die letzte endete mit einer Zurücksetzung.} denied {In 30 Tagen ist das nicht die einzige Anfrage; die letzte wurde abgelehnt.} cancelled {In 30 Tagen ist das nicht die einzige Anfrage; die letzte wurde abgebrochen.} vetoed {In 30 Tagen ist das nicht die einzige Anfrage; die letzte wurde von der Person gestoppt („Das war ich nicht“).} expired {In 30 Tagen ist das nicht die einzige Anfrage; die letzte ist abgelaufen.} other {In 30 Tagen ist das nicht die einzige Anfrage; die letzte ist noch offen.}}',
  reasonWrongCodes:
    '{count, plural, one {Innerhalb eines Tages wurde # falscher Code eingegeben.} other {Innerhalb eines Tages wurden # falsche Codes eingegeben.}}',
  reasonCheckFailed: 'In den letzten 7 Tagen wurde eine Prüfung nicht bestanden.',
  reasonLinkedUnseen:
    'In den letzten 30 Tagen wurde ein Konto in einem verbundenen System nach einer Regel oder Datei verknüpft, ohne dass jemand es angesehen hat.',
  reasonUnknownNetwork:
    'Die Anfrage kam aus einem Netzwerk, aus dem sich diese Person noch nie angemeldet hat.',
  reasonSecondBrowser: 'Die Anfrage wurde aus einem anderen Browser oder Netzwerk erneut gestellt.',
  reasonAskedElsewhere:
    'Ein anderes System hat gefragt, wer die Person ist; dass sie das Passwort kennt, ist damit nicht bewiesen.',
  reasonOpenedByStaff:
    'Der Helpdesk hat sie nach einem Anruf angelegt; niemand hat bewiesen, das Passwort zu kennen.',
  reasonDirect: 'Es ist eine direkte Zurücksetzung: Die Person hat hier nicht darum gebeten.',
  reasonOpenedAfterRefusal:
    'Sie wurde innerhalb von 24 Stunden nach einer Ablehnung oder einem „Das war ich nicht“ angelegt.',
  reasonStaff:
    '{role, select, auditor {Diese Person hat eine Verwaltungsrolle: Revision.} help_desk {Diese Person hat eine Verwaltungsrolle: Helpdesk.} security_officer {Diese Person hat eine Verwaltungsrolle: Sicherheitsbeauftragte.} other {Diese Person hat eine Verwaltungsrolle: Administrator.}}',
  reasonWasStaff: 'In den letzten 30 Tagen wurde dieser Person eine Verwaltungsrolle entzogen.',
  reasonSensitive: 'Die Richtlinie nennt diese Person als besonders geschützt.',
  reasonSensitiveDepartment: 'Die Richtlinie nennt ihre Abteilung als besonders geschützt: {department}.',
  reasonWasSensitive: 'Die Richtlinie nannte diese Person in den letzten 30 Tagen als besonders geschützt.',
  reasonWasSensitiveDepartment:
    'In den letzten 30 Tagen gehörte sie zu einer Abteilung, die die Richtlinie als besonders geschützt nannte: {department}.',

  // Why a check can’t be recorded
  managerOnlyThemselves:
    'Das kann nur die Führungskraft selbst bestätigen, wenn sie angemeldet ist. Fragen Sie sie von dieser Seite aus.',
  existingCodeByItself:
    'Diese Prüfung wird automatisch eingetragen, wenn mit der Anfrage ein gültiger Code eingegeben wird. Niemand kann sie von Hand eintragen.',
  noRequestCode:
    'Diese Anfrage hat keinen Code: Niemandem wurde einer angezeigt. Nutzen Sie eine andere Prüfung.',
  requestCodeClosed:
    'Fünf falsche Codes wurden vorgelesen, deshalb ist diese Prüfung geschlossen. Die Person kann die Anfrage erneut stellen und bekommt einen neuen Code.',
  noNumber:
    'Eine solche Nummer ist nicht hinterlegt, ein Rückruf ist also nicht möglich. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder fragen Sie die Führungskraft.',
  phoneLost:
    'Das Telefon ist als verloren oder gestohlen gemeldet; es würde antworten, wer es jetzt hat. Rufen Sie eine andere Nummer an, lassen Sie sich per Video einen Lichtbildausweis zeigen, oder fragen Sie die Führungskraft.',
  numberChanged:
    '{days, plural, =0 {Diese Nummer wurde vor weniger als einem Tag geändert, ein Anruf beweist also nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder fragen Sie die Führungskraft.} one {Diese Nummer wurde vor einem Tag geändert, ein Anruf beweist also nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder fragen Sie die Führungskraft.} other {Diese Nummer wurde vor # Tagen geändert, ein Anruf beweist also nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder fragen Sie die Führungskraft.}}',
  typeCode: 'Geben Sie den Code ein, der Ihnen vorgelesen wird.',
  wrongCode:
    '{left, plural, one {Das ist nicht der Code auf dem Bildschirm, von dem die Anfrage kam. Lassen Sie ihn noch einmal Zeichen für Zeichen vorlesen; # Versuch bleibt.} other {Das ist nicht der Code auf dem Bildschirm, von dem die Anfrage kam. Lassen Sie ihn noch einmal Zeichen für Zeichen vorlesen; # Versuche bleiben.}}',
  wrongCodeLast:
    'Das war der fünfte falsche Code. Diese Prüfung ist geschlossen und gilt als nicht bestanden. Die Person kann die Anfrage erneut stellen und bekommt einen neuen Code.',

  // The manager’s word
  noManager:
    'Es ist keine Führungskraft hinterlegt. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.',
  managerChanged:
    '{days, plural, =0 {Die Führungskraft hat vor weniger als einem Tag gewechselt, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.} one {Die Führungskraft hat vor einem Tag gewechselt, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.} other {Die Führungskraft hat vor # Tagen gewechselt, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.}}',
  managerSuspended:
    'Das Konto der Führungskraft {name} ist suspendiert. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.',
  managerWithoutMfa:
    'Die Führungskraft {name} hat keine MFA und kann deshalb nicht bestätigen. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.',
  managerEmailChanged:
    '{days, plural, =0 {Die E-Mail-Adresse der Führungskraft {name} wurde vor weniger als einem Tag geändert, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.} one {Die E-Mail-Adresse der Führungskraft {name} wurde vor einem Tag geändert, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.} other {Die E-Mail-Adresse der Führungskraft {name} wurde vor # Tagen geändert, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.}}',
  managerPasswordMailed:
    '{days, plural, =0 {Das Passwort der Führungskraft {name} wurde vor weniger als einem Tag über einen Link aus einer E-Mail festgelegt, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.} one {Das Passwort der Führungskraft {name} wurde vor einem Tag über einen Link aus einer E-Mail festgelegt, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.} other {Das Passwort der Führungskraft {name} wurde vor # Tagen über einen Link aus einer E-Mail festgelegt, ihr Wort beweist also noch nichts. Lassen Sie sich per Video einen Lichtbildausweis zeigen, oder treffen Sie die Person.}}',
  notAsked: 'Das fragt Sie niemand, oder es ist schon beantwortet. Sehen Sie noch einmal in der Liste nach.',
  otherManager:
    '{name} hat jetzt eine andere Führungskraft, deshalb zählt das nicht mehr. Sagen Sie dem Helpdesk Bescheid.',
  otherDeputy:
    '{name} hat jetzt eine andere Führungskraft oder hat die jetzige seit weniger als 30 Tagen, deshalb zählt Ihr Wort nicht mehr. Sagen Sie dem Helpdesk Bescheid.',
  youngLink:
    'Ihre Verknüpfung mit {provider} ist jünger als 30 Tage und bürgt deshalb noch für niemanden. Melden Sie sich mit Passwort und Code an, und bestätigen Sie dann.',

  // Who may do what
  mayNotOpen: 'Sie dürfen keine Anfragen auf Zurücksetzung anlegen. Wenden Sie sich an den Helpdesk.',
  mayNotVerify: 'Sie dürfen keine Prüfungen eintragen. Wenden Sie sich an den Helpdesk.',
  mayNotDecide:
    'Sie dürfen nicht über Anfragen auf Zurücksetzung entscheiden. Das können Administratoren und Sicherheitsbeauftragte.',
  confirmIsYou: 'Bestätigen Sie mit einem Code aus Ihrer Authentifikator-App, dass Sie es sind.',
  ownAccount:
    'Das ist Ihr eigenes Konto. Prüfen und entscheiden muss jemand anderes; bitten Sie eine andere Person mit Verwaltungsrolle.',
  ownAccountDisable:
    'Das ist Ihr eigenes Konto. Nutzen Sie „Deaktivieren“ in den Sicherheitseinstellungen, oder bitten Sie eine andere Person mit Verwaltungsrolle.',
  ranksHigher:
    '{name} hat einen höheren Rang als Sie. Bitten Sie jemanden mit der Rolle Administrator oder Sicherheitsbeauftragte.',
  helpDeskScope:
    'Der Helpdesk entscheidet nur über Anfragen der Risikostufe „Standard“. Bitten Sie jemanden mit der Rolle Administrator oder Sicherheitsbeauftragte.',
  noOwnWord: 'Für sich selbst können Sie nicht bürgen.',

  // The second person
  tooYoung:
    'Ihre Rolle oder die Verknüpfung, über die Sie angemeldet sind, ist jünger als 7 Tage; als zweite Person zählen Sie noch nicht. Bitten Sie eine Person, die ihre schon länger hat. Gibt es keine, bleibt gatehouse recover auf dem Server.',
  deciderSignedOut: 'Wer entscheidet, muss angemeldet sein.',
  deciderVerified:
    'Sie haben bei dieser Anfrage eine Prüfung eingetragen, deshalb muss jemand anderes entscheiden.',
  notTwoPeople:
    'Sie und {others} zählen 7 Tage lang nicht als zwei Personen: Eine von Ihnen, oder jemand für beide, hat geändert, womit die andere sich anmeldet. Bitten Sie eine andere Person, die entscheiden darf, oder den Betrieb (gatehouse recover).',
  otherDecider: 'die andere Person',
  deciderTyped:
    'Sie haben diese Person vor weniger als 30 Tagen angelegt; die Nummer oder die gefragte Führungskraft stammt also von Ihnen. Bitten Sie eine andere Person zu entscheiden, oder lassen Sie zusätzlich persönlich oder per Video prüfen.',
  deciderApproved: 'Sie haben das schon genehmigt. Eine zweite Person muss es ebenfalls genehmigen.',
  approvalMissing:
    'Eine Genehmigung fehlt: Das Risiko ist gestiegen, eine Person, die genehmigt hat, wurde suspendiert, hat selbst geprüft oder zählt mit einer anderen, die geprüft oder genehmigt hat, als eine.',

  // Where the request stands
  executing:
    'Diese Anfrage wird gerade ausgeführt. Was an ein verbundenes System geschickt ist, lässt sich nicht zurücknehmen. Einfrieren oder „Das war ich nicht“ stoppt den Rest.',
  allOrNothing:
    '{system} entfernt alle Faktoren einer Person oder keinen; einzelne lassen sich dort nicht nennen.',
  cannotHold:
    'Die Richtlinie erlaubt keine Zurücksetzung in {systems}: Die Anmeldung lässt sich dort nicht sperren, und bis ein neuer Faktor eingerichtet ist, genügt womöglich das Passwort allein. Lassen Sie {count, plural, one {dieses System} other {diese Systeme}} bei dem aus, was entfernt wird.',
  notReadBack: 'Noch ist sie nicht in jedem verbundenen System abgeschlossen.',
  stoppedUnsent: 'Gestoppt, bevor dort etwas geschickt wurde.',
  stoppedPartly: 'Gestoppt, als ein Teil schon entfernt war.',
  stoppedNothingGone:
    'Gestoppt; dort ist nichts entfernt. Die Anmeldung dort kann gesperrt sein: Sehen Sie sich das Konto an.',
  notAtThatPoint: 'Beim jetzigen Stand der Anfrage geht das nicht.',
  changedJustNow: 'Jemand anderes hat diese Anfrage gerade geändert. Sehen Sie sie sich noch einmal an.',
  noSuchRequest:
    'Diese Anfrage auf Zurücksetzung gibt es hier nicht. Sehen Sie in der Liste der Anfragen nach.',
  endedExpired: 'Diese Anfrage ist abgelaufen: {at}.',
  ended:
    '{state, select, approved {Diese Anfrage wurde genehmigt: {at}.} executing {Diese Anfrage wurde genehmigt ({at}) und wird gerade ausgeführt.} completed {Diese Anfrage wurde genehmigt und ausgeführt: {at}.} denied {Diese Anfrage wurde abgelehnt: {at}.} cancelled {Diese Anfrage wurde abgebrochen: {at}.} other {Diese Anfrage wurde gestoppt: {at}.}}',
  endedBy:
    '{state, select, approved {Diese Anfrage wurde von {name} genehmigt: {at}.} executing {Diese Anfrage wurde von {name} genehmigt ({at}) und wird gerade ausgeführt.} completed {Diese Anfrage wurde von {name} genehmigt und dann ausgeführt: {at}.} denied {Diese Anfrage wurde von {name} abgelehnt: {at}.} cancelled {Diese Anfrage wurde von {name} abgebrochen: {at}.} other {Diese Anfrage wurde von {name} gestoppt: {at}.}}',
  paused:
    'Nach dieser Anfrage wurde ein gültiger Code eingegeben. {name} wird bei der Anmeldung gefragt, ob die Anfrage echt ist; warten Sie auf die Antwort.',
  pausedAsAttack:
    'Zu dieser Anfrage wurde ein Angriff gemeldet. Sprechen Sie mit {name} unter einer hinterlegten Nummer und lehnen Sie sie dann ab; weiter geht sie nur, wenn {name} bei der Anmeldung sagt, dass sie echt ist.',
  reportedAlready:
    'Zu dieser Anfrage ist schon ein Angriff gemeldet. Die Sicherheitsbeauftragten wissen Bescheid.',
  nobodyDecides:
    'Über diese Anfrage kann sonst niemand entscheiden: Wer entscheiden darf, hat sie geprüft, schon genehmigt oder steht im Rang darunter. Lassen Sie jemanden durch die Administration berufen, oder fragen Sie den Betrieb: „gatehouse recover“ auf dem Server ist der Weg.',
  askedLately:
    '{minutes, plural, one {Wer entscheiden darf, wurde vor weniger als 15 Minuten benachrichtigt. In einer Minute lässt sich noch einmal fragen.} other {Wer entscheiden darf, wurde vor weniger als 15 Minuten benachrichtigt. In # Minuten lässt sich noch einmal fragen.}}',
  colleagueHasIt:
    '{name} bearbeitet diese Anfrage. Übernehmen Sie sie zuerst, oder lassen Sie sie sich weitergeben.',
  colleagueMayNot:
    '{why, select, self {Sie haben sie selbst. Wählen Sie jemand anderen aus.} own {Es ist die Anfrage von {name}; die eigene darf niemand prüfen. Wählen Sie jemand anderen aus.} other {Diese Person gibt es nicht, oder sie darf keine Anfragen prüfen. Wählen Sie jemand anderen aus.}}',
  pausedAlready: 'Die Anfrage wartet schon auf die Antwort der Person.',
  frozenForCallers:
    'Alle Zurücksetzungen sind eingefroren, deshalb lässt sich nach einem Anruf keine Anfrage anlegen. Sicherheitsbeauftragte können das Einfrieren aufheben.',
  ceilingPassed:
    '{scope, select, agent {Mit einer weiteren hätte {name} {count, number} Zurücksetzungen geprüft} decider {Mit einer weiteren hätte {name} {count, number} Zurücksetzungen entschieden} other {Mit einer weiteren wären es {count, number} Zurücksetzungen}}, und zwar innerhalb {window, select, hour {einer Stunde} other {von 24 Stunden}}; die Obergrenze ist {ceiling, number}.',
  ceilingRefused:
    '{why} Damit sind alle Zurücksetzungen eingefroren, bis Sicherheitsbeauftragte das Einfrieren aufheben.',
  onlyAnswers:
    'Diese Anfrage beantwortet nur die Frage eines anderen Systems; durch sie wird nichts entfernt.',
  holdTooLongToAnswer:
    'Die Wartezeit dieser Stufe ist länger als die 15 Minuten, die das andere System wartet; rechtzeitig genehmigen lässt sich das nicht. Lehnen Sie die Anfrage ab oder lassen Sie sie von selbst enden.',
  holdWaits:
    'Die Wartezeit beginnt, sobald der Mailserver die Benachrichtigung an die Person angenommen hat.',
  holdRuns: 'Die Wartezeit ist noch nicht vorbei.',
  holdBegun: 'Die Wartezeit hat schon begonnen.',
  timeIsUp:
    'Die Zeit dieser Anfrage ist abgelaufen. Legen Sie eine neue an, oder bitten Sie die Person darum.',
  notExpiredYet: 'Die Anfrage ist noch nicht abgelaufen.',
  stillSuffices: 'Die Nachweise und Genehmigungen genügen noch.',
  hasDevice: 'Wer aus den eigenen Einstellungen anfragt, hat angegeben, das Gerät zu haben.',
  saysPhoneLost:
    'Laut dieser Anfrage ist Ihr Telefon verloren. Melden Sie sich ab und mit Passwort und Code wieder an, und brechen Sie sie dann ab; oder wenden Sie sich an Ihren Helpdesk.',
  resetLongAgo: 'Die Zurücksetzung ist mehr als 7 Tage her.',
  unknownPage: 'Diese Seite der Liste ist nicht bekannt. Gehen Sie zum Anfang der Liste zurück.',
  notACursor: 'Das ist kein Cursor dieser Liste.',

  // Asking for a reset
  nothingToReset: 'Es gibt nichts zurückzusetzen: Multi-Faktor-Authentifizierung ist nicht aktiv.',
  tooSoon:
    'Die letzte Anfrage wurde abgelehnt. Eine neue ist 24 Stunden danach möglich; bis dahin hilft der Helpdesk.',
  noActivePerson: 'Unter dieser ID gibt es keine aktive Person.',
  requestExists:
    'Für diese Person gibt es schon eine offene Anfrage auf Zurücksetzung. Machen Sie mit dieser weiter.',
  changedSinceLooked:
    'Diese Anfrage hat sich geändert, seit Sie sie angesehen haben; genehmigt wurde nichts. Sehen Sie nach, was sie entfernt, und genehmigen Sie sie dann noch einmal.',
  targetsAltered:
    'Was diese Anfrage entfernt, wurde in der Datenbank verändert, und nicht von Gatehouse; niemand kann sie genehmigen. Sie endet von selbst; fragen Sie die Zurücksetzung neu an, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  noSuchFactor:
    'Diese Person hat keinen solchen Faktor. Er wurde vielleicht inzwischen entfernt: Sehen Sie sich die Anfrage noch einmal an.',
  nothingToCancel: 'Sie haben keine offene Anfrage auf Zurücksetzung; es gibt nichts abzubrechen.',
  noOpenRequest: 'Für Sie gibt es keine offene Anfrage auf Zurücksetzung mehr.',
  linkSpent:
    'Dieser Link wurde schon benutzt, oder die Anfrage ist beendet. Wenn etwas nicht stimmt, sagen Sie Ihrem Helpdesk Bescheid.',

  // The activation code
  noCodeDue:
    'Es steht kein Aktivierungscode aus: Die Anfrage endete nicht mit einer Zurücksetzung, oder die Person hat MFA schon wieder eingerichtet.',
  notByMailHandOver:
    '{why, select, young_address {Die E-Mail-Adresse ist jünger als 30 Tage, deshalb geht kein Code dorthin. Übergeben Sie persönlich einen, von der Seite der Anfrage aus.} password_mailed {Das Passwort wurde in den letzten 30 Tagen über einen Link aus einer E-Mail festgelegt, deshalb geht kein Code an dasselbe Postfach. Übergeben Sie persönlich einen, von der Seite der Anfrage aus.} young_route {Die Mail-Einstellungen wurden in den letzten 7 Tagen geändert, deshalb geht kein Code per E-Mail. Übergeben Sie persönlich einen, von der Seite der Anfrage aus.} other {Nach der letzten Zurücksetzung wurde gemeldet, dass sie nicht von der Person kam, deshalb geht dafür kein Code per E-Mail. Übergeben Sie persönlich einen, von der Seite der Anfrage aus.}}',
  notByMailRecover:
    '{why, select, young_address {Die E-Mail-Adresse ist jünger als 30 Tage, deshalb geht kein Code dorthin. Auf dem Rechner des Servers gibt gatehouse recover einen aus.} password_mailed {Das Passwort wurde in den letzten 30 Tagen über einen Link aus einer E-Mail festgelegt, deshalb geht kein Code an dasselbe Postfach. Auf dem Rechner des Servers gibt gatehouse recover einen aus.} young_route {Die Mail-Einstellungen wurden in den letzten 7 Tagen geändert, deshalb geht kein Code per E-Mail. Auf dem Rechner des Servers gibt gatehouse recover einen aus.} other {Nach der letzten Zurücksetzung wurde gemeldet, dass sie nicht von der Person kam, deshalb geht dafür kein Code per E-Mail. Auf dem Rechner des Servers gibt gatehouse recover einen aus.}}',
  addressTrusted:
    'Dieser Adresse kann vertraut werden, deshalb geht der Code per E-Mail. Senden Sie stattdessen einen neuen.',
  verifiedNotHandOver:
    'Sie oder jemand, der mit Ihnen als eine Person zählen kann, haben bei dieser Anfrage eine Prüfung eingetragen. Deshalb muss jemand anderes den Code übergeben.',
  changedContact:
    'Sie oder jemand, der mit Ihnen als eine Person zählen kann, haben in den letzten 30 Tagen Kontaktdaten von {name} eingetragen oder geändert. Deshalb muss jemand anderes den Code übergeben.',
  changedRoute:
    'Sie oder jemand, der mit Ihnen als eine Person zählen kann, haben in den letzten 7 Tagen die Mail-Einstellungen geändert. Deshalb muss jemand anderes den Code übergeben.',
  noActiveUser: 'Diese Person gibt es hier nicht, oder ihr Konto ist suspendiert.',
  ranksHigherAsk: '{name} hat einen höheren Rang als Sie. Bitten Sie jemanden mit diesem Rang.',
  noCodeNeeded: '{name} kann MFA ohne Aktivierungscode einrichten.',
  youngAddress:
    'Die E-Mail-Adresse von {name} ist jünger als 30 Tage, deshalb geht kein Code dorthin. Prüfen Sie sie, und warten Sie.',

  // Unlocking
  noPerson: 'Unter dieser ID gibt es keine Person.',
  notLocked: 'Das Konto von {name} ist nicht gesperrt. Sehen Sie es sich noch einmal an.',
  lockedForGood:
    'Seit dem letzten richtigen Code wurden hundert falsche eingegeben, Entsperren hilft nicht mehr. Setzen Sie den Authentifikator von {name} zurück; danach wird MFA neu eingerichtet.',
  accountChanged: 'Das Konto von {name} wurde gerade geändert. Sehen Sie es sich noch einmal an.',

  // Freezing
  frozenAlready: '{what} sind schon eingefroren. Sicherheitsbeauftragte können das Einfrieren aufheben.',
  outsideOwn:
    'Das ist Ihr eigenes Konto oder wurde mit Ihrem Konto dort getan. Jemand anderes von der Sicherheit muss dazu Stellung nehmen.',
  outsideTwice: 'Sie haben das schon erklärt. Noch jemand von der Sicherheit muss es erklären.',

  // Ending access
  endAccessSuspended:
    'Das Konto von {name} ist suspendiert: Dort ist niemand angemeldet, und niemand kann sich anmelden.',
  endAccessExternal:
    '{name} meldet sich über einen Identitätsanbieter an; ein Passwort gibt es hier nicht. Beenden Sie nur die Sitzungen, und lassen Sie das Passwort dort ändern.',
  endAccessNoPassword: '{name} hatte hier noch nie ein Passwort. Beenden Sie nur die Sitzungen.',
  endAccessNoMail:
    'Ein Link für ein neues Passwort würde {name} zurzeit nicht erreichen: {lack, select, address {Es gibt noch keine öffentliche Adresse} mail_server {Es gibt noch keinen Mailserver} test_mail {Noch ist keine Test-E-Mail angekommen} other {Der Weg der E-Mails wurde in den letzten Tagen geändert}}. Beenden Sie nur die Sitzungen, oder suspendieren Sie das Konto.',
  askedAnewLast:
    'Nur das Konto {name} hat noch Administrationsrechte und ein gültiges Passwort. Ohne dieses gäbe es keine Administration, bis die E-Mail ankommt. Beenden Sie nur die Sitzungen, und bitten Sie darum, das Passwort zu ändern.',
  askedAnewStaff:
    'Sie haben in den letzten 24 Stunden zwei Konten mit Verwaltungsrolle suspendiert, ihnen Rollen entzogen oder für sie ein neues Passwort verlangt. Bitten Sie jemand anderen, {name} aufzufordern, oder beenden Sie nur die Sitzungen.',
  askedAnewTooOften:
    'Sie haben in der letzten Stunde {asked, number} Personen aufgefordert, ein neues Passwort festzulegen. Die nächste können Sie in {minutes, plural, one {# Minute} other {# Minuten}} auffordern; bis dahin kann es jemand anderes.',

  // Was eine Anfrage weiterbringt, je ein Satz
  checkShort:
    '{kind, select, request_code {Anfragecode} call_back {Rückruf} manager_confirmation {Führungskraft} photo_id_video {Ausweis per Video} in_person {persönliches Erscheinen} other {Code aus der bisherigen App}}',
  helpThen: '{first} {rest}',
  helpCode: 'Es fehlt noch: der Anfragecode.',
  helpFirst:
    '{count, plural, =1 {Eine Prüfung} =2 {Zwei Prüfungen} =3 {Drei Prüfungen} =4 {Vier Prüfungen} other {# Prüfungen}}: {checks}.',
  helpMore:
    '{count, plural, =1 {Noch eine} =2 {Noch zwei} =3 {Noch drei} =4 {Noch vier} other {Noch #}}: {checks}.',
  helpStrong: '{count, plural, =1 {Eine davon} =2 {Zwei davon} =3 {Drei davon} other {# davon}}: {checks}.',
  helpTooFew: '{count, number} Prüfungen fehlen, und bei {name} ist zurzeit nur das möglich: {checks}.',
  helpNone:
    '{count, plural, one {Eine Prüfung fehlt, und keine, die nach der Richtlinie zählt, ist bei {name} zurzeit möglich.} other {# Prüfungen fehlen, und keine, die nach der Richtlinie zählt, ist bei {name} zurzeit möglich.}}',
  helpNoStrong:
    '{count, plural, one {Eine davon muss stark sein, und keine, die nach der Richtlinie zählt, ist bei {name} zurzeit möglich.} other {# davon müssen stark sein, und so viele, die nach der Richtlinie zählen, sind bei {name} zurzeit nicht möglich.}}',
  helpTooOld: 'Zu alt, um noch zu zählen: {old}.',
});
