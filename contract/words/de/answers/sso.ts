import type { words as english } from '../../en/answers/sso.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  // What a provider said or did
  noName: 'ohne Namen',
  otherIssuer:
    '{name} nennt sich {said}, nicht {issuer}. Geben Sie den Aussteller genau so ein, wie der Anbieter ihn schreibt.',
  endpoints:
    '{name} nennt nicht alle seine Adressen, oder eine davon beginnt nicht mit https://. Prüfen Sie den Aussteller.',
  noIdToken: '{name} hat kein ID-Token gesendet. Der Anbieter muss OpenID Connect können, nicht nur OAuth.',
  noUserInfo:
    '{name} sagt, wer sich angemeldet hat, aber nicht mit welcher E-Mail-Adresse: Der Userinfo-Endpunkt hat nicht richtig geantwortet. Lassen Sie die Claims email und email_verified in das ID-Token aufnehmen.',
  userInfoAnswered:
    '{name} sagt, wer sich angemeldet hat, aber nicht mit welcher E-Mail-Adresse: Der Userinfo-Endpunkt hat mit {said} geantwortet. Lassen Sie die Claims email und email_verified in das ID-Token aufnehmen.',
  redirectUriUnknown:
    '{name} kennt die Adresse für die Rückkehr nicht. Hinterlegen Sie dort {redirectUri} als Weiterleitungs-URI.',
  clientIdUnknown: '{name} kennt diese Client-ID nicht. Kopieren Sie sie noch einmal vom Anbieter.',
  accessDenied:
    '{name} hat Sie nicht eingelassen, oder Sie haben dort abgebrochen. Versuchen Sie es noch einmal oder lassen Sie sich dort Zugang zu Gatehouse geben.',
  flowNotAllowed: '{name} erlaubt diesem Client den Authorization Code Flow nicht. Erlauben Sie ihn dort.',
  scopesNotAllowed: '{name} erlaubt die Scopes openid, profile und email nicht. Erlauben Sie sie dort.',
  ownProblem: '{name} hat gerade selbst ein Problem. Versuchen Sie es gleich noch einmal.',
  didNotAsk: '{name} hat keine Anmeldung von Ihnen verlangt. Versuchen Sie es noch einmal.',
  refusedSignIn:
    '{name} hat die Anmeldung abgelehnt ({error}). Versuchen Sie es noch einmal; wenn es dabei bleibt, wenden Sie sich an die Administration.',
  wrongSecret:
    '{name} nimmt das Client-Geheimnis nicht an. Kopieren Sie es noch einmal vom Anbieter; es ist vielleicht abgelaufen.',
  answerNotAccepted:
    '{name} hat die eigene Antwort nicht angenommen: Sie wurde schon verwendet, hat zu lange gebraucht, oder {redirectUri} ist dort nicht hinterlegt. Versuchen Sie es noch einmal.',
  refusedLastStep:
    '{name} hat den letzten Schritt abgelehnt ({error}). Prüfen Sie dort die Einstellungen des Clients.',
  algorithmNotTaken:
    '{name} signiert ID-Token mit {algorithm}; das wird hier nicht angenommen. Wählen Sie dort für diesen Client RS256 oder ES256 als Signaturverfahren der ID-Token.',
  notOpenId: '{issuer} antwortet, aber nicht wie ein OpenID-Anbieter. Prüfen Sie den Aussteller.',
  notOpenIdStatus:
    '{issuer} antwortet mit {status}, aber nicht wie ein OpenID-Anbieter. Prüfen Sie den Aussteller.',
  forSomebodyElse:
    '{name} hat für eine andere Person geantwortet als die, die sich angemeldet hat. Wenden Sie sich an die Administration.',
  clocksDiffer:
    'Die Uhren von {name} und von diesem Server weichen zu stark voneinander ab. Stellen Sie beide nach einem Zeitserver.',
  forAnother:
    '{what, select, issuer {{name} hat für einen anderen Aussteller geantwortet. Beginnen Sie die Anmeldung noch einmal; wenn es dabei bleibt, wenden Sie sich an die Administration.} signIn {{name} hat für eine andere Anmeldung geantwortet. Beginnen Sie die Anmeldung noch einmal; wenn es dabei bleibt, wenden Sie sich an die Administration.} other {{name} hat für einen anderen Client geantwortet. Beginnen Sie die Anmeldung noch einmal; wenn es dabei bleibt, wenden Sie sich an die Administration.}}',
  keyNotPublished:
    '{name} hat die Antwort mit einem Schlüssel signiert, der dort nicht veröffentlicht ist. Wenden Sie sich an die Administration.',
  anotherSignIn:
    'Diese Antwort gehört zu einer anderen Anmeldung. Beginnen Sie noch einmal, in einem einzigen Fenster.',
  notFromThere: 'Diese Antwort kommt nicht von {name}. Beginnen Sie die Anmeldung noch einmal.',
  answerMalformed:
    '{name} hat eine Antwort gesendet, die nicht OpenID Connect entspricht. Beginnen Sie die Anmeldung noch einmal.',
  unreachable:
    '{reason, select, name {{name} ist unter {issuer} nicht erreichbar: Es gibt keinen Server mit diesem Namen. Prüfen Sie den Aussteller und das Netzwerk des Servers.} refused {{name} ist unter {issuer} nicht erreichbar: Dort antwortet nichts. Prüfen Sie den Aussteller und das Netzwerk des Servers.} slow {{name} ist unter {issuer} nicht erreichbar: Die Antwort hat zu lange gedauert. Prüfen Sie den Aussteller und das Netzwerk des Servers.} certificate {{name} ist unter {issuer} nicht erreichbar: Dem Zertifikat wird hier nicht vertraut. Prüfen Sie den Aussteller und das Netzwerk des Servers.} other {{name} ist unter {issuer} nicht erreichbar: Die Verbindung ist fehlgeschlagen. Prüfen Sie den Aussteller und das Netzwerk des Servers.}}',

  // Why a good sign-in there signs nobody in here
  orAskToLink: '{fault} Oder bitten Sie die Administration, Ihr dortiges Konto zu verknüpfen: {subject}.',
  hiddenCharacter:
    '{claim, select, email {{name} hat eine E-Mail-Adresse gesendet, die Folgendes enthält: {holds}. Lassen Sie sie dort berichtigen, sonst kann niemand sagen, wem sie gehört.} other {{name} hat ein Subject gesendet, das Folgendes enthält: {holds}. Lassen Sie es dort berichtigen, sonst kann niemand sagen, wem es gehört.}}',
  unseenCharacter: 'ein Zeichen, das niemand sieht',
  noEmail:
    '{name} hat keine E-Mail-Adresse gesendet, daher lässt sich hier kein Konto dazu finden. Lassen Sie die Claims email und email_verified senden oder bitten Sie die Administration, das Konto zu verknüpfen.',
  unverified:
    '{name} sagt nicht, dass {who} bestätigt ist, daher beweist die Adresse nichts. Bestätigen Sie sie dort oder bitten Sie die Administration, das Konto zu verknüpfen.',
  nobodyLinked:
    'Sie sind bei {name} als {who} angemeldet, aber kein Konto hier ist damit verknüpft. Bitten Sie die Administration, Ihres zu verknüpfen.',
  ambiguous:
    'Mehr als ein Konto hier hat die Adresse {who}. Bitten Sie die Administration, Ihres zu verknüpfen.',
  linkedElsewhere:
    'Das Konto hier mit der Adresse {who} ist mit einem anderen Konto bei {name} verknüpft. Wenden Sie sich an die Administration.',
  emailIsNew:
    'Die Adresse {who} ist hier seit weniger als 30 Tagen hinterlegt; das ist zu neu, um ein Konto danach zu verknüpfen. Bitten Sie die Administration, Ihres zu verknüpfen.',
  guarded:
    'Das Konto hier mit der Adresse {who} wird nicht nach E-Mail-Adresse verknüpft, weil dafür ein stärkerer Nachweis nötig ist. Bitten Sie die Administration, Ihres mit {subject} zu verknüpfen.',
  setupDue:
    'Das Konto zu dieser Anmeldung wurde zurückgesetzt, und es ist nicht nachgewiesen, dass {name} der Person gehört. Melden Sie sich mit Ihrem Passwort an, richten Sie MFA ein und melden Sie sich danach über {name} an. Wenn Ihr Passwort nicht erlaubt ist, wenden Sie sich an die Administration.',
  tooManyWrong:
    'Nach einer Anmeldung bei {name} wurden zu viele falsche Codes eingegeben, daher wird dort kein Code mehr angenommen. Melden Sie sich mit Ihrem Passwort an; um sich über {name} anzumelden, bitten Sie die Administration, die Verknüpfung zu entfernen und Sie neu zu verknüpfen.',
  suspended: 'Dieses Konto ist suspendiert. Wenden Sie sich an die Administration.',

  // A sign-in that tests a provider
  works:
    '{linking, select, yes {Es funktioniert: {person} würde angemeldet und das Konto verknüpft.} other {Es funktioniert: {person} würde angemeldet.}} {mfa, select, yes {{name} sagt, dass ein zweiter Faktor verlangt wurde.} other {{name} sagt nicht, ob ein zweiter Faktor verlangt wurde.}}',

  // Signing in and confirming
  linkedMeanwhile:
    'Eine andere Anmeldung hat dieses Konto gerade verknüpft. Beginnen Sie die Anmeldung noch einmal.',
  flowEnded:
    'Diese Anmeldung hat zu lange gedauert, wurde schon verwendet oder in einem anderen Browser begonnen. Beginnen Sie sie hier noch einmal.',
  providerGone:
    'Dieser Identitätsanbieter ist hier nicht mehr eingerichtet. Melden Sie sich auf anderem Weg an.',
  providerAltered:
    'Was hier über {name} steht, wurde in der Datenbank verändert und nicht von Gatehouse, deshalb meldet sich niemand damit an. Entfernen Sie den Anbieter und fügen Sie ihn neu hinzu, und finden Sie heraus, wer in die Datenbank schreiben kann.',
  somebodyElseThere:
    'Sie haben sich bei {name} als jemand anderes angemeldet. Melden Sie sich dort zur Bestätigung als Sie selbst an.',
  byPassword:
    'Sie haben sich mit Passwort angemeldet. Bestätigen Sie mit einem Code aus Ihrer Authentifikator-App.',
  noAuthTime:
    '{name} sagt nicht, wann Sie sich angemeldet haben (auth_time), daher kann dies dort nicht bestätigt werden.',
  notFresh:
    '{name} hat keine neue Anmeldung von Ihnen verlangt, oder die Uhr dort geht falsch. Melden Sie sich dort ab und bestätigen Sie dann noch einmal.',
  setUpSince:
    'Sie haben seit der Anmeldung MFA eingerichtet. Melden Sie sich ab und wieder an, geben Sie einmal Ihren Code ein und bestätigen Sie dann.',

  // Links of accounts
  ranksHigher:
    'Diese Person hat einen höheren Rang als Sie. Wenden Sie sich an jemanden mit gleich hohem Rang.',
  ranksHigherNow: '{name} hat jetzt einen höheren Rang als {by}.',
  subjectOrEmail: 'Geben Sie entweder das Subject oder die E-Mail-Adresse ein.',
  linkGone: 'Diese Verknüpfung gibt es nicht mehr.',
  lastLink: '{name} kann sich nur per SSO anmelden. Erlauben Sie zuerst das Passwort.',
  linkTaken:
    'Diese Person ist schon mit diesem Anbieter verknüpft, oder jemand anderes hat dieses Subject oder diese Adresse. Entfernen Sie zuerst die andere Verknüpfung.',
  issuerChanged: '{name} hat jetzt einen anderen Aussteller, dessen Konten anderen Personen gehören.',
  subjectNeeded:
    '{name} hat eine Verwaltungsrolle oder ist besonders geschützt; solche Konten werden nie nach E-Mail-Adresse verknüpft. Geben Sie das Subject ein, wie eine abgelehnte Anmeldung oder eine Testanmeldung es zeigt.',
  notLinked:
    '{name} ist mit keinem Identitätsanbieter verknüpft und könnte sich nicht mehr anmelden. Verknüpfen Sie zuerst das Konto.',
  lastWithPassword:
    '{name} hat als letzter Administrator noch ein Passwort zur Anmeldung. Eines muss bleiben, für den Tag, an dem der Anbieter nicht antwortet.',

  // Providers
  noSuchProvider: 'Diesen Identitätsanbieter gibt es nicht.',
  changedMeanwhile:
    '{name} wurde inzwischen geändert. Sehen Sie sich den Anbieter an und schlagen Sie die Änderung noch einmal vor.',
  inUse:
    '{count, plural, one {# Person kann sich nur über {name} anmelden. Erlauben Sie ihr zuerst das Passwort, unter „Benutzer“ mit dem Filter „Nur SSO“.} other {# Personen können sich nur über {name} anmelden. Erlauben Sie ihnen zuerst das Passwort, unter „Benutzer“ mit dem Filter „Nur SSO“.}}',
  issuerForm:
    'Schreiben Sie den Aussteller wie https://login.example.org, so wie der Anbieter ihn schreibt. Er muss mit https:// beginnen.',
  nameTaken: 'Es gibt schon einen Identitätsanbieter mit diesem Namen. Wählen Sie einen anderen Namen.',
});
