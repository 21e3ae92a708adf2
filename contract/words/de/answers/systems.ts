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
  notLinked:
    'Das Konto bei {name} ist nicht mehr mit dieser Person verknüpft, deshalb wird dort nichts gesendet. Verknüpfen Sie es wieder, und versuchen Sie es dann erneut.',
  accountState: 'der Zustand des Kontos',
  noSecret: 'Für {name} ist kein Geheimnis hinterlegt. Geben Sie eines ein.',
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
  noSuchSystem: 'Dieses verbundene System gibt es nicht.',
  nameTaken: 'Ein verbundenes System mit diesem Namen gibt es schon. Wählen Sie einen anderen.',
  changedMeanwhile:
    '{name} wurde inzwischen geändert. Sehen Sie es sich an und beantragen Sie die Änderung noch einmal.',
  addressForm:
    'Schreiben Sie die Adresse wie https://keycloak.example.org. Sie muss mit https:// beginnen und enthält kein Passwort.',
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
  linkGone: 'Diese Verknüpfung gibt es nicht mehr.',
  movedMeanwhile:
    '{name} hat jetzt eine andere Adresse oder einen anderen Realm, und die Konten dort gehören anderen Personen.',
  factorName:
    '{kind, select, app {Authentifikator-App} passkey {Sicherheitsschlüssel oder Passkey} recovery_codes {Wiederherstellungscodes} sms {Code per SMS} mail {Code per E-Mail} push {Push} other {Ein anderer Faktor}}',
});
