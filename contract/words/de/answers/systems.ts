import type { words as english } from '../../en/answers/systems.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  // What a system did
  unreachable: '{name} ist nicht erreichbar ({why}).',
  timedOut: '{name} hat zu lange für eine Antwort gebraucht.',
  throttled: '{name} antwortet mit 429: Es wurde zu oft gefragt und wird später wieder gefragt.',
  secretRefused:
    '{name} antwortet mit {status}: Das Geheimnis wird nicht angenommen. Kopieren Sie es noch einmal; es ist vielleicht abgelaufen.',
  rightMissing:
    '{name} antwortet mit {status}: Der Client hat {right} verloren. Geben Sie ihm dieses Recht wieder.',
  notAllowed:
    '{name} antwortet mit {status}: Der Client darf das nicht. Geben Sie ihm die Rechte aus der Anleitung.',
  redirects:
    '{name} antwortet mit {status}: Es verweist auf eine andere Adresse, und dem wird nicht gefolgt. Geben Sie die Adresse ein, unter der es selbst antwortet.',
  answersStatus: '{name} antwortet mit {status}.',
  tooLarge: '{name} hat mehr geantwortet, als hier Platz hat; nichts davon wird geglaubt.',
  notJson: '{name} hat geantwortet, aber nicht wie ein System dieser Art. Prüfen Sie die Adresse.',
  oddAnswer:
    '{name} hat etwas geantwortet, was Systeme dieser Art nie antworten; nichts davon wird geglaubt.',
  oddAddress: '{name} hat etwas genannt, was kein Teil einer Adresse ist; es wurde nicht gefragt.',
  accountGone: '{name} hat kein Konto mit dieser Kennung mehr.',
  stillThere: '{name} sagt, es sei erledigt, und das ist es nicht: {what} ist unverändert.',
  oneFactor: 'ein Faktor',
  theSessions: 'die Liste der Sitzungen',
  notConnected: '{name} ist nicht mehr verbunden, also lässt sich dort nichts nachsehen.',
  disabledBefore:
    'Es war in {name} schon vor der Zurücksetzung deaktiviert und bleibt es: Kein Aktivierungscode öffnet es. Wer {name} betreut, kann es aktivieren.',
  heldBeforeRestore:
    'Es wurde gesperrt, bevor Gatehouse aus einer Sicherung wiederhergestellt wurde; kein Aktivierungscode dieser Zurücksetzung öffnet es mehr. Eine neue Zurücksetzung tut es, oder wer sich um {name} kümmert.',
  emptiedBeforeRestore:
    'Es sollte nach „Das war ich nicht“ geleert werden, als Gatehouse gesichert wurde; ob das geschehen ist, weiß hier niemand. Sehen Sie es sich in {name} an: seine Faktoren, seine Sitzungen und ob es gesperrt ist.',
  openedByHand:
    'Es wurde in {name} von jemandem dort geöffnet; kein Aktivierungscode öffnet es mehr. Vergewissern Sie sich, dass die Person dort einen Faktor eingerichtet hat.',
  notLinked:
    'Das Konto bei {name} ist nicht mehr mit dieser Person verknüpft, deshalb wird dort nichts gesendet. Verknüpfen Sie es wieder, und versuchen Sie es dann erneut.',
  systemAltered:
    'Was hier über {name} steht, wurde in der Datenbank verändert und nicht von Gatehouse, deshalb wird dort nichts gefragt oder getan. Entfernen Sie das System und verbinden Sie es neu, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  linkAltered:
    'Die Verknüpfung mit {name} wurde in der Datenbank verändert, und nicht von Gatehouse; durch sie wird dort nichts gefragt und nichts getan. Entfernen Sie sie, verknüpfen Sie das Konto neu, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  effectAltered:
    'Was über diese Zurücksetzung bei {name} gespeichert ist, wurde in der Datenbank verändert, und nicht von Gatehouse; dadurch geschieht nichts mehr. Fragen Sie die Zurücksetzung neu an, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  heldAltered:
    'Was über das gesperrte Konto bei {name} gespeichert ist, wurde in der Datenbank verändert, und nicht von Gatehouse; von hier aus wird es weder geöffnet noch gesperrt. Sehen Sie es sich in {name} an, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  accountState: 'der Zustand des Kontos',
  noSecret: 'Für {name} ist kein Geheimnis hinterlegt. Geben Sie eines ein.',
  clientSecretEnded:
    'Das Client-Geheimnis für {name} ist abgelaufen. Erstellen Sie dort ein neues, und geben Sie es ein.',
  clientSecretWrong:
    '{name} nimmt das Client-Geheimnis nicht an. Geben Sie seinen Wert ein; das ist nicht seine ID.',
  noSuchClient: '{name} hat in diesem Mandanten keine Anwendung mit dieser Client-ID.',
  noSuchTenant: '{name} kennt keinen Mandanten mit diesem Namen.',
  cannotRemove:
    '{name} bietet keinen Weg, diese Art von Faktor zu entfernen ({what}). Entfernen Sie ihn dort von Hand.',
  notYet: '{name} sagt, es sei erledigt, und zeigt es noch nicht: {what} ist unverändert.',
  roleLost: 'Der Rolle von Gatehouse bei {name} fehlt {right}. Geben Sie ihr dieses Recht wieder.',
  scopeLost:
    '{name} lehnt {right} ab: Das Dienstkonto darf seinen Administrator damit nicht mehr vertreten. Erteilen Sie diesen Bereich wieder.',
  keyRefused:
    '{name} nimmt den Schlüssel des Dienstkontos nicht an oder kennt keinen Administrator mit dieser Adresse. Prüfen Sie beides.',
  keyUnreadable:
    'Was für {name} hinterlegt ist, ist kein Schlüssel eines Dienstkontos. Fügen Sie die ganze Schlüsseldatei ein.',
  throttledBy403: '{name} antwortet mit 403: Es wurde zu oft gefragt und wird später wieder gefragt.',
  administratorMayNot:
    '{name} antwortet mit 403: {administrator} darf das nicht. Geben Sie der Rolle des Administrators diese Berechtigung wieder.',
  noRealm: 'Für {name} ist kein Realm hinterlegt. Geben Sie einen ein.',

  // What a test found
  allWell: '{name} ist nutzbar: Jedes Recht, das gebraucht wird, ist da.',
  missingRight: 'Dem Client bei {name} fehlt {right}. {use}',
  useOfViewUsers: 'Ohne dieses Recht lassen sich keine Faktoren anzeigen.',
  useOfManageUsers: 'Ohne dieses Recht lässt sich kein Faktor entfernen und keine Sitzung beenden.',
  useOfViewEvents: 'Ohne dieses Recht bleibt unbekannt, welche Faktoren dort von Hand entfernt werden.',
  rightUnknown:
    'Was der Client bei {name} darf, ist nicht zu erkennen, weil sein Token es nicht sagt. Lassen Sie seine Rollen in das Token aufnehmen (Full scope allowed).',
  canSetPasswords:
    'manage-users setzt bei {name} auch jedes Passwort, und Keycloak hat kein kleineres Recht, das Faktoren entfernt. Hüten Sie das Geheimnis entsprechend.',
  tooManyRights: 'Der Client bei {name} darf mehr, als er muss: {rights}. Nehmen Sie ihm das.',
  useOfManageMethods: 'Ohne dieses Recht lassen sich keine Faktoren anzeigen oder entfernen.',
  useOfHolding:
    'Ohne dieses Recht lässt sich kein Konto anhalten, und nach einer Zurücksetzung genügte dort ein Passwort.',
  useOfEndingSessions: 'Ohne dieses Recht lässt sich keine Sitzung beenden.',
  useOfOpening: 'Ohne dieses Recht bleibt ein angehaltenes Konto angehalten.',
  rolesUnreadable:
    'Was der Administrator des Tokens bei {name} darf, ist nicht zu erkennen, weil er Rollen nicht lesen darf. Vergleichen Sie seine Rolle mit der Anleitung.',
  canChangeUsers:
    'authentik_core.change_user ändert bei {name} auch jede Adresse und damit, wer welche Mails bekommt. Hüten Sie das Token wie das Passwort eines Administrators.',
  isSuperuser:
    'Das Konto von Gatehouse bei {name} ist ein Superuser und darf dort alles. Geben Sie ihm stattdessen eine eigene Rolle.',
  tooManyInRole:
    'Die Rolle von Gatehouse bei {name} darf mehr, als sie muss: {rights}{others, plural, =0 {} one { und # weiteres Recht} other { und # weitere Rechte}}. Nehmen Sie ihr das.',
  scopesWell:
    '{name} antwortet, und jeder Bereich, der gebraucht wird, ist da. Ob die Rolle des Administrators die Bestätigung in zwei Schritten ausschalten darf, zeigt erst eine Zurücksetzung.',
  missingScope: 'Dem Dienstkonto bei {name} fehlt {right}. {use}',
  useOfUsersScope: 'Ohne diesen Bereich lässt sich kein Konto finden oder anhalten.',
  useOfSecurityScope:
    'Ohne diesen Bereich lässt sich die Bestätigung in zwei Schritten nicht ausschalten und keine Sitzung beenden.',
  noSuchAdministrator: '{name} hat {administrator} nicht. Geben Sie die Hauptadresse des Administrators ein.',
  isSuperAdministrator:
    '{administrator} ist bei {name} ein Super Admin. Geben Sie diesem Konto stattdessen eine eigene Rolle.',
  canLetIn:
    'UserAuthenticationMethod.ReadWrite.All fügt bei {name} auch Telefonnummern hinzu und erstellt befristete Zugriffspässe, mit denen man als jede Person hineinkommt. Hüten Sie das Geheimnis wie das Passwort eines Administrators.',
  rightsUnreadable: 'Was der Client bei {name} darf, ist nicht zu erkennen, weil sein Token es nicht sagt.',
  noLogLicence:
    '{name} gibt diesem Mandanten sein Protokoll nicht, weil ihm die Lizenz dafür fehlt. Ein Faktor, der dort von Hand entfernt wird, bleibt unbemerkt.',
  endUnknown:
    'Wann das Geheimnis für {name} abläuft, ist hier nicht bekannt, und {name} sagt es nicht. Geben Sie den Tag unter „Bearbeiten“ ein, dann wird es 30 Tage vorher gesagt.',
  useOfTokenlist: 'Ohne dieses Recht lassen sich keine Faktoren anzeigen.',
  useOfDelete: 'Ohne dieses Recht lässt sich kein Faktor entfernen.',
  useOfUserlist: 'Ohne dieses Recht lässt sich kein Konto nach seinem Namen finden.',
  useOfAuditlog: 'Ohne dieses Recht bleibt unbekannt, welche Faktoren dort von Hand entfernt werden.',
  missingPolicy: 'Dem Administrator bei {name} fehlt {right}. {use}',
  rightLost:
    'Der Administrator bei {name} hat das Recht {right} verloren. Geben Sie es ihm in seiner Richtlinie wieder.',
  tooManyPolicies:
    'Der Administrator bei {name} darf mehr, als er muss: {rights}{others, plural, =0 {} one { und # weiteres Recht} other { und # weitere Rechte}}. Nehmen Sie ihm das in seiner Richtlinie.',
  nothingListed:
    '{name} zeigt im Realm {realm} von niemandem einen Faktor. Wenn dort jemand welche hat, reicht die Richtlinie nicht bis zu diesem Realm, und Faktoren gälten als entfernt.',
  openToAnybody:
    '{name} antwortet ohne Passwort: Wer diese Adresse erreicht, kann von jeder Person die Faktoren entfernen. Lassen Sie den Webserver nach einem Passwort oder einem Zertifikat fragen.',
  noLogAtAll:
    '{name} führt kein Protokoll über Faktoren; was dort von Hand entfernt wird, zeigt nur der Vergleich: wann, und nicht durch wen.',
  cannotName:
    '{name} lässt sich danach nicht fragen, weil der Name einen Schrägstrich enthält, den die Schnittstelle zerlegt. Entfernen Sie es dort von Hand.',
  noAdminLog:
    '{name} führt kein Protokoll über das, was dort verwaltet wird; ein Faktor, der von Hand entfernt wird, bleibt unbemerkt. Schalten Sie „Save events“ unter Realm settings, Events, Admin events settings ein.',
  noUserLog:
    '{name} führt kein Protokoll über das, was die Personen selbst tun. Schalten Sie „Save events“ unter Realm settings, Events, User events settings ein.',
  secretEnded:
    'Das Geheimnis für {name} ist am {day} abgelaufen. Erzeugen Sie dort ein neues und geben Sie es ein.',
  secretEnds:
    'Das Geheimnis für {name} läuft am {day} ab. Erzeugen Sie dort vorher ein neues und geben Sie es ein.',

  // Settings and links
  noAttestor: 'Es wird kein System beantwortet.',
  attestorChanged:
    'Jemand anderes hat inzwischen geändert, wem geantwortet wird. Sehen Sie es sich noch einmal an.',
  attestorSecret:
    'Geben Sie ein Client-Geheimnis ein: Es bleibt nur, solange die Weiterleitungsadresse bleibt.',
  identityCheckOver:
    'Diese Prüfung ist vorbei. Gehen Sie dorthin zurück, woher Sie kamen, und beginnen Sie dort noch einmal.',
  noSuchSystem: 'Dieses verbundene System gibt es nicht.',
  nameTaken: 'Ein verbundenes System mit diesem Namen gibt es schon. Wählen Sie einen anderen.',
  changedMeanwhile:
    '{name} wurde inzwischen geändert. Sehen Sie es sich an und beantragen Sie die Änderung noch einmal.',
  addressForm:
    'Schreiben Sie die Adresse wie https://keycloak.example.org. Sie muss mit https:// beginnen und enthält kein Passwort.',
  addressOfKind: 'Diese Art von System wird unter {addresses} gefragt und sonst nirgends.',
  tenantNeeded: 'Geben Sie den Mandanten ein: seine ID oder eine seiner Domänen.',
  domainNeeded: 'Geben Sie die Hauptdomain ein.',
  keyForm:
    'Fügen Sie die ganze Schlüsseldatei des Dienstkontos ein: JSON, von der ersten bis zur letzten Klammer.',
  realmNeeded: 'Geben Sie den Realm ein: Systeme dieser Art werden in einem gefragt.',
  clientNeeded:
    'Geben Sie ein, als wer Gatehouse dort fragt: die Client-ID oder den Namen des Administrators.',
  secretNeeded: 'Geben Sie das Geheimnis ein.',
  secretAgain:
    'Geben Sie das Geheimnis noch einmal ein: Das hinterlegte wurde für eine andere Adresse angegeben.',
  secretUnreadable:
    'Das Geheimnis von {name} lässt sich mit dem Schlüssel dieses Servers nicht öffnen. Geben Sie es noch einmal ein.',
  linkTaken:
    'Diese Person hat schon eine Verknüpfung mit diesem System, oder das Konto gehört einer anderen. Entfernen Sie zuerst die andere Verknüpfung.',
  ruleAltered:
    'Die Regel für {name} wurde in der Datenbank und nicht von diesem Server geändert, deshalb verknüpft sie niemanden. Speichern Sie sie neu.',
  tooManyLinks: 'Eine Datei verknüpft höchstens {most, number} Personen. Importieren Sie sie in Teilen.',
  linkGone: 'Diese Verknüpfung gibt es nicht mehr.',
  movedMeanwhile:
    '{name} hat jetzt eine andere Adresse oder einen anderen Realm, und die Konten dort gehören anderen Personen.',
  // Personen, die eingelesen werden
  listsNobody: '{name} nennt seine Personen nicht; sie können nicht eingelesen werden.',
  readsNobody: 'Aus diesem System werden keine Personen eingelesen. Schalten Sie das zuerst ein.',
  readingAltered:
    'Wie Personen aus {name} eingelesen werden, wurde in der Datenbank geändert und nicht von diesem Server; deshalb wird niemand eingelesen. Schalten Sie es aus und wieder ein, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  tooManyPeople: '{name} hat mehr als {most, number} Personen; mehr werden nicht eingelesen.',
  pagesInACircle: '{name} nennt immer wieder dieselbe Seite; wen es dort gibt, ist nicht bekannt.',
  nobodyListed:
    '{name} nennt überhaupt niemanden. Prüfen Sie die Verbindung: Vielleicht fehlt ein Recht. Niemand gilt deshalb als ausgeschieden.',
  tooManyGone:
    'Durch {name} würden innerhalb eines Tages {count, plural, one {# Person} other {# Personen}} gesperrt; erlaubt sind {most, number}. Deshalb wird niemand gesperrt. Wenn sie ausgeschieden sind, sperren Sie sie unter „Benutzer“.',
  readAltered:
    'Wessen Konto das ist, wurde in der Datenbank geändert und nicht von diesem Server; dadurch geschieht nichts. Schalten Sie das Einlesen aus und wieder ein, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  readTwice: 'Ein anderes Konto dort hat denselben Benutzernamen oder dieselbe E-Mail-Adresse.',
  readOtherAccount:
    '{name} ({username}) hat dort schon ein anderes Konto. Wenn dieses auch zu dieser Person gehört, verknüpfen Sie es auf ihrer Seite.',
  readOtherAddress:
    '{name} hat hier den Benutzernamen {username}, aber eine andere E-Mail-Adresse. Wenn es dieselbe Person ist, verknüpfen Sie dieses Konto auf ihrer Seite.',
  readUnproven:
    '{name} hat hier den Benutzernamen {username}, aber dieses Konto hat keine bestätigte E-Mail-Adresse. Wenn es dieselbe Person ist, verknüpfen Sie dieses Konto auf ihrer Seite.',
  readAddressHere:
    'Das ist hier die E-Mail-Adresse von {name} ({username}). Wenn es dieselbe Person ist, verknüpfen Sie dieses Konto auf ihrer Seite.',
  readNamesake:
    'Hier heißt jemand genauso: {name} ({username}). Wenn es dieselbe Person ist, verknüpfen Sie dieses Konto auf ihrer Seite; wenn nicht, fügen Sie diese Person von Hand hinzu.',
  readAddressTaken: 'Die Adresse {email} gehört jemand anderem und wird nicht übernommen.',
  readStaff: 'Personen mit Verwaltungsrolle werden nur von Hand geändert.',
  readSensitive: 'Besonders geschützte Personen werden nur von Hand geändert.',
  readSuspended: 'Hier gesperrt; es wird nichts geändert.',

  factorName:
    '{kind, select, app {Authentifikator-App} passkey {Sicherheitsschlüssel oder Passkey} recovery_codes {Wiederherstellungscodes} sms {Code per SMS} mail {Code per E-Mail} push {Push} other {Ein anderer Faktor}}',
});
