import type { staffMails as english } from '../en/staffMails.ts';
import type { Fitting, MailText } from '../mailTexts.ts';

const texts = {
  new_request: {
    subject: 'Neue Anfrage auf Zurücksetzung: {person}',
    body: `
{person} bittet seit {at} um eine Zurücksetzung der Multi-Faktor-Authentifizierung.

Die Risikostufe ist {tier}.

Prüfen Sie, ob die Anfrage echt ist, bevor etwas entschieden wird:
{requestLink}

In der Desktop-App: {requestAppLink}

Stimmt hier etwas nicht? Lassen Sie die Anfrage liegen und sagen Sie den Sicherheitsbeauftragten Bescheid. Wer prüfen darf, kann alle Zurücksetzungen einfrieren.`,
  },
  requests_unclaimed: {
    subject: 'Anfragen auf Zurücksetzung, die niemand übernommen hat: {count}',
    body: `
Diese Personen haben um eine Zurücksetzung der Multi-Faktor-Authentifizierung gebeten, und bis {at} hat niemand ihre Anfrage übernommen:

{requests}

Öffnen Sie eine und übernehmen Sie sie; dann sehen die anderen, dass Sie daran arbeiten. Prüfen Sie bei jeder, ob sie echt ist, bevor etwas entschieden wird:
{resetRequestsLink}

Stimmt hier etwas nicht? Lassen Sie die Anfrage liegen und sagen Sie den Sicherheitsbeauftragten Bescheid. Wer prüfen darf, kann alle Zurücksetzungen einfrieren.`,
  },
  reset_report: {
    subject: 'MFA-Zurücksetzungen im {month}: {count}',
    body: `
Zurücksetzungen der Multi-Faktor-Authentifizierung im {month}:

{figures}

Wessen es waren, mit welchen Nachweisen, und wer sie genehmigt hat:
{reportLink}

Die Richtlinie nennt Sie für diesen Bericht, der am ersten Werktag jedes Monats kommt. Ist eine Zahl anders, als Sie erwartet haben? Sehen Sie sich die Liste an und sagen Sie den Sicherheitsbeauftragten Bescheid.`,
  },
  manager_confirmation_wanted: {
    subject: 'Bitte um Bestätigung einer Anfrage auf Zurücksetzung: {person}',
    body: `
Am {requestedAt} wurde darum gebeten, die Multi-Faktor-Authentifizierung von {person} zurückzusetzen. Sie sollen bestätigen, dass die Anfrage echt ist.

Sprechen Sie zuerst mit der Person, von Angesicht zu Angesicht oder unter einer Nummer, die Sie kennen. Melden Sie sich dann an und geben Sie an, was Sie erfahren haben:
{confirmationsLink}

Haben Sie Zweifel? Bestätigen Sie nicht. Sagen Sie den Sicherheitsbeauftragten Bescheid.`,
  },
  attack_reported: {
    subject: 'Angriff gemeldet: Anfrage auf Zurücksetzung für {person}',
    body: `
{by} hält die Anfrage, die Multi-Faktor-Authentifizierung von {person} zurückzusetzen, für einen Angriff und hat ihn am {at} gemeldet. Die Anfrage ist angehalten: Es wird nichts zurückgesetzt.

Die Beobachtung: {reason}

Sehen Sie sich die Anfrage an, sprechen Sie mit {person} unter einer hinterlegten Nummer und lehnen Sie sie ab:
{requestLink}

In der Desktop-App: {requestAppLink}

Gibt es mehr davon? Frieren Sie alle Zurücksetzungen ein. Ist die Meldung ein Irrtum, sprechen Sie mit {by}.`,
  },
  decision_wanted: {
    subject: 'Entscheidung erbeten: Anfrage auf Zurücksetzung für {person}',
    body: `
{by} hat die Anfrage geprüft, die Multi-Faktor-Authentifizierung von {person} zurückzusetzen, und bittet seit {at} um eine Entscheidung. Die anrufende Person wartet.

Die Risikostufe ist {tier}.

Sehen Sie sich die Nachweise an und genehmigen Sie die Anfrage oder lehnen Sie sie ab:
{requestLink}

In der Desktop-App: {requestAppLink}

Stimmt hier etwas nicht? Genehmigen Sie nicht. Lehnen Sie ab, oder frieren Sie alle Zurücksetzungen ein.`,
  },
  suspected_attack: {
    subject: 'Verdacht auf einen Angriff: Anfrage auf Zurücksetzung für {person}',
    body: `
{by} hat die Anfrage auf Zurücksetzung für {person} am {at} abgelehnt und als möglichen Angriff gekennzeichnet.

Als Grund wurde angegeben: {reason}

Die Anfrage:
{requestLink}

In der Desktop-App: {requestAppLink}

Gibt es mehr davon? Frieren Sie alle Zurücksetzungen ein. Ist die Kennzeichnung ein Irrtum, sprechen Sie mit {by}.`,
  },
  reset_vetoed: {
    subject: 'Eine Zurücksetzung wurde gestoppt: {person} hat sie nicht verlangt',
    body: `
{person} hat uns am {at} mitgeteilt, die Zurücksetzung der eigenen Multi-Faktor-Authentifizierung nicht verlangt zu haben. Die Anfrage ist gestoppt, die Sitzungen sind beendet, und vorerst kann niemand für dieses Konto etwas einrichten.

Das Passwort ist wahrscheinlich jemand anderem bekannt. Melden Sie sich bei der Person unter einer hinterlegten Nummer:
{requestLink}

In der Desktop-App: {requestAppLink}

Gibt es mehr davon? Frieren Sie alle Zurücksetzungen ein. Ob es ein Irrtum ist, kann Ihnen die Person sagen.`,
  },
  approval_pair: {
    subject: 'Zwei Personen genehmigen einander immer wieder: {by} und {person}',
    body: `
In den letzten 30 Tagen haben {by} und {person} {count} Anfragen auf Zurücksetzung genehmigt, die jeweils die andere Person geprüft hatte. Die neueste wurde am {at} entschieden:
{requestLink}

Das kann an den Schichten des Helpdesks liegen. So sieht es aber auch aus, wenn zwei zusammenarbeiten, um Konten zu übernehmen. Lesen Sie ihre Anfragen im Prüfprotokoll:
{auditLink}

Liegt es nicht an den Schichten? Frieren Sie alle Zurücksetzungen ein und sehen Sie sich die genehmigten an. Diese E-Mail kommt höchstens einmal in 30 Tagen.`,
  },
  policy_weakened: {
    subject: 'Die Richtlinie wurde abgeschwächt',
    body: `
{by} hat am {at} eine Richtlinie gespeichert, die schwächer ist als die vorige.

Was sich geändert hat:
{changes}

Als Grund wurde angegeben: {reason}

Sie können jede Version vergleichen und wieder in Kraft setzen:
{policyLink}

Hätte das nicht geschehen sollen? Setzen Sie die vorige Version wieder in Kraft und sprechen Sie persönlich mit {by}.`,
  },
  policy_reaches_many: {
    subject: 'Eine Änderung der Richtlinie verlangt von {count} Personen, MFA einzurichten',
    body: `
{by} hat am {at} eine Richtlinie gespeichert, die {count} Personen bei der Anmeldung zur Einrichtung führt, jetzt oder an den Tagen, die darin stehen.

Als Grund wurde angegeben: {reason}

Der Helpdesk bekommt vielleicht mehr Anrufe. Sie können jede Version vergleichen und wieder in Kraft setzen:
{policyLink}

Hätte das nicht geschehen sollen? Setzen Sie die vorige Version wieder in Kraft und sprechen Sie persönlich mit {by}.`,
  },
  led_elsewhere: {
    subject: 'Es wurde geändert, wohin Personen oder E-Mails geleitet werden',
    body: `
{by} hat am {at} geändert, wohin Personen für eine App oder für Hilfe geleitet werden oder an wen E-Mails über neue Anfragen auf Zurücksetzung gehen.

Was sich geändert hat:
{changes}

{reason?}Als Grund wurde angegeben: {reason}

Es steht auch im Prüfprotokoll:
{auditLink}

Hätte das nicht geschehen sollen? Machen Sie es rückgängig und sprechen Sie persönlich mit {by}.`,
  },
  person_freed: {
    subject: 'Durch einen Wechsel von MFA befreit: {person}',
    body: `
{by} hat am {at} die Abteilung von {person} geändert. Sie ist jetzt: {department}. Vorher verlangte die Richtlinie dort Multi-Faktor-Authentifizierung, nun nicht mehr.
{usersLink}

Hätte das nicht geschehen sollen? Machen Sie den Wechsel rückgängig und sprechen Sie persönlich mit {by}.`,
  },
  departments_merged: {
    subject: 'Abteilung umbenannt oder zusammengelegt: {from} heißt jetzt {into}',
    body: `
{by} hat am {at} aus der Abteilung „{from}“ die Abteilung „{into}“ gemacht. Die Richtlinie nannte eine von ihnen, oder beide an verschiedenen Stellen: Version {version} der Richtlinie verlangt von beiden, was sie von einer verlangte, sodass niemand befreit wird.
{usersLink}

Hätte das nicht geschehen sollen? Sprechen Sie persönlich mit {by}.`,
  },
  roll_out_paused: {
    subject: 'Die Einführung der MFA wurde von selbst angehalten',
    body: `
{open} Anfragen auf Zurücksetzung sind offen, mehr als die {limit}, die die Richtlinie als Grenze setzt. Deshalb wurde die Einführung der Multi-Faktor-Authentifizierung am {at} angehalten.

Wellen, die warten, bis es weitergeht: {waves}. Wer MFA schon braucht, braucht sie weiterhin.

Entscheiden Sie zuerst, was offen ist:
{resetRequestsLink}

Lassen Sie die Einführung dann weitergehen: In der Richtlinie „Einführung anhalten“ ausschalten. Wellen, deren Tag vorbei ist, beginnen in diesem Moment; die Konsole zeigt, von wie vielen Personen sie MFA verlangen. Über der Grenze hält die Einführung wieder an. Vielleicht müssen Sie auch die Grenze erhöhen.
{policyLink}

Sieht das nicht nach Personen aus, die ihr Telefon verloren haben? Es kann ein Angriff sein: Frieren Sie alle Zurücksetzungen ein und sehen Sie sich die Anfragen an.`,
  },
  exemption_ends: {
    subject: 'Eine Ausnahme endet bald: {person}',
    body: `
Die Ausnahme von {person} von der Multi-Faktor-Authentifizierung endet am {endsAt}.

{owner?}In der Richtlinie stehen Sie als die Person, die dafür verantwortlich ist.

{formerOwner} war dafür verantwortlich und hat keine Verwaltungsrolle mehr oder ist suspendiert. Deshalb erfahren es alle Sicherheitsbeauftragten.

Als Grund wurde angegeben: {reason}

Danach muss {person} MFA einrichten wie alle anderen. Sagen Sie es jetzt, damit das Telefon zur Hand ist. Gilt der Grund weiter, können Sicherheitsbeauftragte einen späteren Tag wählen:
{policyLink}

Soll es die Ausnahme gar nicht geben? Bitten Sie die Sicherheitsbeauftragten, sie aus der Richtlinie zu nehmen. Diese E-Mail kommt nur einmal.`,
  },
  role_granted: {
    subject: 'Eine Rolle wurde vergeben: {person}',
    body: `
{by} hat am {at} eine Rolle an {person} vergeben: {role}.
{usersLink}

Hätte das nicht geschehen sollen? Nehmen Sie die Rolle zurück und sprechen Sie persönlich mit der Person, die sie vergeben hat.`,
  },
  mail_route_changed: {
    subject: 'Es wurde geändert, wohin E-Mails gehen oder Links führen',
    body: `
{by} hat am {at} geändert, auf welchem Weg {organisation} E-Mails verschickt oder wohin die Links darin führen. Wer das bestimmt, kann Aktivierungscodes lesen und Links benutzen, die für andere gedacht sind.

Was sich geändert hat:
{changes}

Es steht auch im Prüfprotokoll:
{auditLink}

Hätte das nicht geschehen sollen? Machen Sie es in den Einstellungen rückgängig, frieren Sie alle Zurücksetzungen ein und sprechen Sie persönlich mit der Person, die es getan hat. Folgen Sie keinen Links in E-Mails, die nach dieser kommen.`,
  },
  sso_provider_saved: {
    subject: 'Ein Identitätsanbieter wurde gespeichert: {provider}',
    body: `
{by} hat am {at} den Identitätsanbieter {provider} ({issuer}) gespeichert. Wer sich dort anmeldet und hier verknüpft ist, meldet sich bei {organisation} ohne einen Code von uns an.
{auditLink}

Hätte das nicht geschehen sollen? Entfernen Sie den Anbieter in den Einstellungen und sprechen Sie persönlich mit {by}.`,
  },
  system_saved: {
    subject: 'Ein verbundenes System wurde gespeichert: {system}',
    body: `
{by} hat am {at} das verbundene System {system} ({url}) gespeichert. Zurücksetzungen bei {organisation} entfernen dort Faktoren.
{auditLink}

Hätte das nicht geschehen sollen? Entfernen Sie das System unter Einstellungen und sprechen Sie persönlich mit {by}.`,
  },
  attestor_saved: {
    subject: 'Einem weiteren System wird geantwortet: {system}',
    body: `
{by} hat am {at} gespeichert, dass {organisation} {system} antwortet, ob Personen die sind, für die sie sich ausgeben. Die Antworten gehen an {url}, und dort wird danach eingelassen.
{auditLink}

Hätte das nicht geschehen sollen? Schalten Sie es unter Einstellungen aus und sprechen Sie persönlich mit {by}.`,
  },
  attestor_removed: {
    subject: 'Einem System wird nicht mehr geantwortet: {system}',
    body: `
{by} hat am {at} ausgeschaltet, dass {organisation} {system} antwortet, ob Personen die sind, für die sie sich ausgeben.
{auditLink}

Hätte das nicht geschehen sollen? Sprechen Sie persönlich mit {by}.`,
  },
  system_removed: {
    subject: 'Ein verbundenes System wurde entfernt: {system}',
    body: `
{by} hat am {at} das verbundene System {system} entfernt. Zurücksetzungen bei {organisation} erreichen dort keine Faktoren mehr.
{auditLink}

Hätte das nicht geschehen sollen? Sprechen Sie persönlich mit {by} und verbinden Sie es unter Einstellungen wieder.`,
  },
  people_gone: {
    subject: 'Viele sind in {system} nicht mehr da: Niemand wurde gesperrt',
    body: `
{system} nennt {count} Personen nicht mehr, die vorher da waren, oder ihre Konten dort sind deaktiviert. Gatehouse sperrt deswegen höchstens {most} an einem Tag; bei {organisation} wurde deshalb niemand gesperrt.

Wer sie sind, steht unter „Einstellungen“ bei „Verbundene Systeme“. Wenn sie ausgeschieden sind, sperren Sie sie unter „Benutzer“.
{dashboardLink}

Sind sie nicht ausgeschieden? Dann wurde dem Client von Gatehouse dort vielleicht ein Recht entzogen, oder jemand entfernt Personen aus {system}.`,
  },
  system_secret_ends: {
    subject: 'Das Geheimnis für {system} läuft bald ab',
    body: `
{when} Ab diesem Tag kann {organisation} dort keine Faktoren mehr zurücksetzen, und niemand erfährt von Faktoren, die dort von Hand entfernt werden.

Das neue geben Sie unter „Einstellungen“, „Verbundene Systeme“ ein. Dort muss eine zweite Person zustimmen; beginnen Sie deshalb einige Tage vorher.
{dashboardLink}

Stimmt der Tag nicht? Dann berichtigen Sie ihn an derselben Stelle.`,
  },
  system_unread: {
    subject: 'Was in {system} geschieht, lässt sich nicht lesen',
    body: `
Seit dem {sinceAt} lässt sich nicht lesen, was Administratoren in {system} mit Faktoren tun. {why}

Bis das wieder geht, erfährt niemand von einem Faktor, der dort von Hand entfernt wird. Danach wird alles gelesen, was seither geschah.
{resetRequestsLink}

Kümmert sich niemand darum? Wer dort jemanden ohne Prüfung zurücksetzen will, würde damit beginnen. In der Dokumentation steht eine Seite darüber, was zu tun ist, solange das Tor nicht arbeitet.`,
  },
  systems_unread: {
    subject: 'Verbundene Systeme wurden seit einem Tag nicht gelesen',
    body: `
{organisation} kann Folgendes nicht lesen, einiges davon seit mindestens einem Tag:

{readings}

Solange sich die Personen nicht lesen lassen, wird niemand hier angelegt, der dort neu ist, und niemand gesperrt, der ausgeschieden ist. Solange sich nicht lesen lässt, was mit Faktoren geschieht, erfährt niemand von einem Faktor, der dort von Hand entfernt wird. Gatehouse versucht es weiter; diese E-Mail kommt einmal am Tag, bis es gelingt.

„Testen“ unter „Einstellungen“, „Verbundene Systeme“ sagt, woran es liegt.
{dashboardLink}

Kümmert sich niemand darum? Wer dort jemanden ohne Prüfung zurücksetzen will, würde damit beginnen, dass sich das System nicht mehr lesen lässt.`,
  },
  changed_outside: {
    subject: 'In {system} wurden Faktoren ohne Anfrage geändert',
    body: `
In {system} wurden {count} Faktoren ohne Anfrage bei {organisation} entfernt oder hinzugefügt:
{acts}

{resetRequestsLink}

Wissen Sie nichts davon? Fragen Sie persönlich, wer es war, und erklären oder melden Sie es unter „Am Tor vorbei“. Trauen Sie bis dahin niemandem, der sich seither in diesen Konten angemeldet hat.`,
  },
  effect_failed: {
    subject: 'Eine Zurücksetzung ließ sich in {system} nicht ausführen: {person}',
    body: `
Die Zurücksetzung von {person} wurde am {at} in {system} angehalten und wird nicht von selbst noch einmal versucht:
{why}

Was schon entfernt ist und was nicht, steht in der Anfrage:
{requestLink}

In der Desktop-App: {requestAppLink}

Beheben Sie, was im Weg steht, und drücken Sie dort „Noch einmal versuchen“. Nützt die Zurücksetzung {person} nichts mehr? Sprechen Sie miteinander; „Das war ich nicht“ in der Mail an {person} beendet sie.`,
  },
  request_altered: {
    subject: 'Eine Anfrage auf Zurücksetzung wurde in der Datenbank verändert: {person}',
    body: `
Eine Zeile der Anfrage von {person} war am {at} nicht so, wie Gatehouse sie geschrieben hatte. Die Anfrage ist beendet, und durch sie geschieht nichts mehr.
{requestLink}

In der Desktop-App: {requestAppLink}

Finden Sie heraus, wer in die Datenbank schreiben kann, und prüfen Sie das Audit-Log:
{auditLink}

Wissen Sie nicht, wer das war? Sagen Sie es denen, die den Server betreiben. {person} kann die Zurücksetzung neu anfragen.`,
  },
  outside_reported: {
    subject: 'Eine Änderung in {system} wurde als Angriff gemeldet',
    body: `
{by} hat am {at} gemeldet, dass in {system} jemand einen Faktor geändert hat, der es nicht durfte:
{reason}

Wessen Konto es ist: {person}

{resetRequestsLink}

War es ein Irrtum? Sprechen Sie persönlich mit {by}. Beenden Sie sonst die Sitzungen dieses Kontos und finden Sie heraus, wer in {system} war.`,
  },
  sso_staff_linked: {
    subject: 'Ein Konto wurde für SSO verknüpft: {person}',
    body: `
{by} hat am {at} das Konto von {person} mit dem Identitätsanbieter {provider} verknüpft. Wem das Konto dort gehört, der meldet sich hier als {person} an.
{usersLink}

Hätte das nicht geschehen sollen? Heben Sie die Verknüpfung auf und sprechen Sie persönlich mit {by} und {person}.`,
  },
  change_proposed: {
    subject: 'Eine Änderung steht aus: {summary}',
    body: `
{by} hat am {requestedAt} eine Änderung vorgeschlagen:
{summary}

Die Änderung bewirkt nichts, solange keine zweite Person mit der Rolle Administrator oder Sicherheitsbeauftragte zustimmt, und verfällt am {endsAt}. Sehen Sie sie in der Übersicht an; dort können Sie zustimmen oder sie zurückziehen:
{dashboardLink}

Sonst kann niemand zustimmen. Deshalb wird die Änderung am {takesEffectAt} von selbst wirksam. Bis dahin bewirkt sie nichts.

Soll das nicht geschehen? Öffnen Sie diese Seite und drücken Sie den Knopf dort: Damit ziehen Sie die Änderung zurück. Sprechen Sie dann persönlich mit {by}.
{withdrawLink}`,
  },
  change_ended: {
    subject: 'Eine Änderung hat sich erledigt: {summary}',
    body: `
{by} hatte diese Änderung vorgeschlagen:
{summary}

{outcome} Die Änderung wurde nicht wirksam.
{auditLink}

Hätte sie sich nicht erledigen sollen? {by} kann sie noch einmal vorschlagen.`,
  },
  change_tampered: {
    subject: 'Eine ausstehende Änderung wurde in der Datenbank verändert',
    body: `
Diese Änderung wartete auf eine zweite Person, und am {at} stand sie nicht mehr so in der Datenbank, wie Gatehouse sie geschrieben hatte:
{summary}

Sie hat sich erledigt, und niemand kann ihr zustimmen. Finden Sie heraus, wer in die Datenbank schreiben kann, und prüfen Sie das Prüfprotokoll:
{auditLink}

Wissen Sie nicht, wer das war? Sagen Sie es denen, die den Server betreiben. Wer die Änderung vorgeschlagen hat, kann sie noch einmal vorschlagen.`,
  },
  sso_link_guessed: {
    subject: 'Falsche Codes bei einer neuen Anmeldung über {provider}: {person}',
    body: `
Jemand hat sich bei {provider} als {person} angemeldet und bis {at} {count} falsche Codes eingegeben. Noch hat kein Code bewiesen, dass die Anmeldung dort zur selben Person gehört.

{closed}

Die eigene Anmeldung der Person ist weder gesperrt noch verlangsamt. Sprechen Sie mit {person}. War sie es nicht? Prüfen Sie, wer {provider} betreibt, und heben Sie die Verknüpfung auf:
{auditLink}`,
  },
  account_altered: {
    subject: 'Ein Konto wurde in der Datenbank verändert: {person}',
    body: `
Am {at} stand dies vom Konto von {person} nicht so in der Datenbank, wie Gatehouse es geschrieben hatte:
{what}

Es gilt nicht mehr: Damit wird niemand eingelassen, und niemand darf dadurch mehr. Finden Sie heraus, wer in die Datenbank schreiben kann, und prüfen Sie das Prüfprotokoll:
{auditLink}

Wissen Sie nicht, wer das war? Sagen Sie es denen, die den Server betreiben, und frieren Sie die Zurücksetzungen bis dahin ein.`,
  },
  recovery_used: {
    subject: 'Auf dem Server wurde die Wiederherstellung benutzt: {person}',
    body: `
„gatehouse recover“ wurde am {at} auf dem Rechner des Servers ausgeführt, für {person}. Das umgeht die üblichen Prüfungen.

Näheres steht im Prüfprotokoll:
{auditLink}

Weiß niemand davon? Dann hat jemand Zugang zum Rechner des Servers. Frieren Sie alle Zurücksetzungen ein und rufen Sie die Administratoren an.`,
  },
  restored: {
    subject: 'Gatehouse wurde aus einer Sicherung wiederhergestellt',
    body: `
Am {at} hat jemand mit Zugang zum Rechner des Servers alles in Gatehouse auf den Stand vom {asOfAt} zurückgesetzt.

{replayed}

Was dazwischen geschah, fehlt vielleicht: Zurücksetzungen, Sperrungen, Rollen, Ausnahmen, neue Personen, geänderte Passwörter und Einstellungen. Gehen Sie durch, was Sie seither getan haben, und tun Sie noch einmal, was gelten muss. Niemand ist mehr angemeldet, Links und Codes aus E-Mails funktionieren nicht mehr, und offene Anfragen auf Zurücksetzung müssen neu geprüft werden.

Näheres steht im Prüfprotokoll:
{auditLink}

Weiß niemand davon? Dann hat jemand Zugang zum Rechner des Servers. Frieren Sie alle Zurücksetzungen ein und rufen Sie die Administratoren an.`,
  },
  backup_failed: {
    subject: 'Die tägliche Sicherung ist misslungen',
    body: `
Am {at} ist die tägliche Sicherung von Gatehouse misslungen. {why}

Die letzte Sicherung wurde am {lastBackupAt} angelegt.

Wer den Server betreibt, sollte sich den Ordner für die Sicherungen, dessen Festplatte und das Log des Servers ansehen. Wo keine Sicherung entstand, versucht es der Server jede Stunde wieder.

Kümmert sich niemand darum? Wenn der Datenbank etwas zustößt, ist verloren, was neuer als die letzte Sicherung ist.`,
  },
  mails_refused: {
    subject: 'Endgültig abgelehnte E-Mails: {count}',
    body: `
Bis {at} hat der Mailserver E-Mails endgültig abgelehnt: {count}. Jede Adresse einmal, mit der letzten Meldung des Servers:

{mails}

Sie bleiben im Postausgang und werden erneut gesendet, wenn die Adresse der Person oder der Mailserver geändert wird oder jemand sie dort erneut sendet. Eine Zurücksetzung, deren Benachrichtigung abgelehnt wird, findet nicht statt.

Kennt niemand diese Adressen? Vielleicht hat jemand eine falsche eingetragen: Fragen Sie die Person selbst, persönlich oder unter einer Nummer, die Sie kennen.`,
  },
  resets_frozen: {
    subject: 'Eingefroren: {what}',
    body: `
{by} hat am {at} eingefroren: {what}. Nichts davon geschieht, bis Sicherheitsbeauftragte das Einfrieren aufheben.

Als Grund wurde angegeben: {reason}

Das endet am {thawsAt} von selbst, wenn {by} es bis dahin nicht bestätigt.

{resetRequestsLink}

Ist es ein Irrtum? Sprechen Sie mit {by} und heben Sie das Einfrieren dann auf.`,
  },
  resets_frozen_above: {
    subject: 'Alle Zurücksetzungen sind eingefroren: Es waren zu viele',
    body: `
Am {at} wollte {by} eine weitere Zurücksetzung genehmigen. {why} Sie wurde deshalb abgelehnt, und alle Zurücksetzungen sind eingefroren, bis Sicherheitsbeauftragte das Einfrieren aufheben.

Wenn es eine Einführung oder ein Tag mit viel Andrang ist, heben Sie das Einfrieren auf: Dann wird von vorn gezählt. Unter „Richtlinie“ lassen sich die Obergrenzen vor dem nächsten Mal von Hand festlegen.
{resetRequestsLink}

Ist es das nicht? Sprechen Sie persönlich mit {by} und sehen Sie sich die zuletzt genehmigten Zurücksetzungen an: Vielleicht ist jemand anderes mit diesem Konto angemeldet.`,
  },
  resets_unfrozen: {
    subject: 'Nicht mehr eingefroren: {what}',
    body: `
{by} hat am {at} das Einfrieren aufgehoben. Wieder möglich: {what}.
{resetRequestsLink}

Hätte das nicht geschehen sollen? Frieren Sie es wieder ein und sprechen Sie persönlich mit {by}.`,
  },
  resets_thawed: {
    subject: 'Ein Einfrieren endete von selbst: Niemand hat es bestätigt',
    body: `
Seit {at} wieder möglich: {what}. Eingefroren wurde im Namen von {by}; eine Bestätigung kam innerhalb von 15 Minuten nicht.
{resetRequestsLink}

War es nicht {by}? Dann ist jemand anderes mit diesem Konto angemeldet: Sprechen Sie persönlich mit {by}, suspendieren Sie das Konto und frieren Sie bei einem Angriff wieder ein.`,
  },
} as const satisfies Record<keyof typeof english, MailText>;

export const staffMails: Fitting<typeof english, typeof texts> = texts;
