import type { userMails as english } from '../en/userMails.ts';
import type { Fitting, MailText } from '../mailTexts.ts';

const texts = {
  mfa_set_up: {
    subject: 'Die Multi-Faktor-Authentifizierung ist eingerichtet',
    body: `
Die Multi-Faktor-Authentifizierung für Ihr Konto {username} ist jetzt aktiv. Sie wurde am {at} eingerichtet.

Von nun an werden Sie bei jeder Anmeldung nach einem Code aus Ihrer Authentifikator-App gefragt.

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid. Möglicherweise kennt jemand anderes Ihr Passwort.`,
  },
  mfa_moved: {
    subject: 'Ihr Authentifikator ist auf ein neues Telefon umgezogen',
    body: `
Der Authentifikator für Ihr Konto {username} ist am {at} umgezogen. Codes vom alten Telefon gelten nicht mehr.

Den alten Eintrag in der App auf dem alten Telefon können Sie löschen.

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid. Möglicherweise hat jemand anderes Ihr Passwort und Ihr Telefon.`,
  },
  mfa_disabled: {
    subject: 'Die Multi-Faktor-Authentifizierung ist deaktiviert',
    body: `
Die Multi-Faktor-Authentifizierung für Ihr Konto {username} wurde am {at} deaktiviert.

Löschen Sie den alten Eintrag in Ihrer Authentifikator-App. In den Sicherheitseinstellungen können Sie sie wieder einrichten:
{securitySettingsLink}

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid. Möglicherweise hat jemand anderes Ihr Passwort und Ihr Telefon.`,
  },
  authenticator_added: {
    subject: 'Ein Authentifikator ist hinzugekommen',
    body: `
{authenticator} ist für Ihr Konto {username} am {at} hinzugekommen. Sie können sich mit einem Code davon anmelden, wie mit denen, die Sie schon hatten.

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid. Möglicherweise hat jemand anderes Ihr Passwort und Ihr Telefon.`,
  },
  authenticator_removed: {
    subject: 'Ein Authentifikator wurde entfernt',
    body: `
{authenticator} wurde für Ihr Konto {username} am {at} entfernt. Codes davon gelten nicht mehr.

Löschen Sie den Eintrag in der App, wenn Sie sie noch haben.

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid. Möglicherweise hat jemand anderes Ihr Passwort und Ihr Telefon.`,
  },
  authenticator_stopped: {
    subject: 'Ein Authentifikator wurde stillgelegt',
    body: `
{authenticator} wurde für Ihr Konto {username} am {at} stillgelegt. Codes davon gelten nicht mehr.

Haben Sie einen weiteren Authentifikator? Melden Sie sich mit diesem an. Sonst bitten Sie dort um eine Zurücksetzung, wo der Code verlangt wird, oder rufen Sie den Helpdesk an.

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid. Möglicherweise kennt jemand anderes Ihr Passwort.

Oder öffnen Sie diese Seite und drücken Sie dort auf den Knopf. Damit gilt er wieder, und alle werden von Ihrem Konto abgemeldet:
{startAgainLink}

Auch mit dem Link, der die Zurücksetzung stoppt, gilt er wieder.{vetoLink?}`,
  },
  mfa_now_required: {
    subject: 'Multi-Faktor-Authentifizierung ist jetzt verpflichtend',
    body: `
{organisation} verlangt bei der Anmeldung jetzt Multi-Faktor-Authentifizierung.

Richten Sie sie bis {dueAt} ein. Danach können Sie sich nur noch anmelden, indem Sie sie einrichten.

Sie brauchen dafür eine Authentifikator-App auf Ihrem Telefon. Es dauert etwa zwei Minuten:
{securitySettingsLink}

Wir fragen nie per E-Mail oder Telefon nach einem Code. Haben Sie Fragen? Wenden Sie sich an den Helpdesk.`,
  },
  grace_reminder: {
    subject: 'Richten Sie die Multi-Faktor-Authentifizierung ein',
    body: `
Sie haben bis {dueAt} Zeit, die Multi-Faktor-Authentifizierung für Ihr Konto {username} einzurichten.

Danach können Sie sich nur noch anmelden, indem Sie sie einrichten. Es dauert etwa zwei Minuten:
{securitySettingsLink}

Wir fragen nie per E-Mail oder Telefon nach einem Code. Haben Sie Fragen? Wenden Sie sich an den Helpdesk.`,
  },
  reset_requested: {
    subject: 'Anfrage auf Zurücksetzung Ihrer Multi-Faktor-Authentifizierung',
    asksWhoseRequest: true,
    body: `
Am {at} wurde darum gebeten, die Multi-Faktor-Authentifizierung für Ihr Konto {username} zurückzusetzen.

Die Administration wird sich bei Ihnen melden und prüfen, ob die Anfrage echt ist. Ihre bisherige Einrichtung gilt bis dahin weiter. Wenn Sie sie noch haben, melden Sie sich an und brechen Sie die Anfrage in den Sicherheitseinstellungen ab.

Das waren nicht Sie? Möglicherweise kennt jemand Ihr Passwort. Sagen Sie dem Helpdesk Bescheid oder stoppen Sie die Anfrage selbst.`,
  },
  identity_asked: {
    subject: '{system} fragt, ob Sie es sind',
    asksWhoseRequest: true,
    body: `
{system} fragt uns seit {at}, ob Sie es sind, der Ihr Konto {username} benutzt. Hier wird dadurch nichts geändert.

Wenn Sie es sind: Rufen Sie den Helpdesk an und lesen Sie den Code vor, den Ihr Browser zeigt.

Das waren nicht Sie? Lesen Sie niemandem einen Code vor und stoppen Sie die Anfrage.`,
  },
  identity_confirmed: {
    subject: 'Wir haben bestätigt, dass Sie es sind',
    asksWhoseRequest: true,
    body: `
Am {at} haben wir einem anderen System geantwortet, dass Sie es sind, der dort Ihr Konto {username} benutzt.

Diese Prüfungen wurden in Ihrem Namen gemacht:
{checks}

Hat eine davon nicht stattgefunden, oder haben nicht Sie darum gebeten? Sagen Sie sofort dem Helpdesk Bescheid, oder sichern Sie Ihr Konto selbst.`,
  },
  reset_cancelled: {
    subject: 'Die Anfrage auf Zurücksetzung wurde abgebrochen',
    body: `
Die Anfrage, die Multi-Faktor-Authentifizierung für Ihr Konto {username} zurückzusetzen, wurde am {at} abgebrochen. Ihre bisherige Einrichtung gilt weiter.

Das waren nicht Sie? Sagen Sie dem Helpdesk Bescheid. Dort kann man mit Ihnen eine neue Anfrage stellen.`,
  },
  reset_approved_holding: {
    subject: 'Ihre Multi-Faktor-Authentifizierung wird zurückgesetzt',
    asksWhoseRequest: true,
    body: `
Die Zurücksetzung der Multi-Faktor-Authentifizierung für Ihr Konto {username} wurde genehmigt. Sie geschieht von selbst: nach der jetzigen Richtlinie nicht vor {holdEndsAt}.

Diese Prüfungen wurden in Ihrem Namen gemacht:
{checks}

Eine davon gab es nicht, oder die Anfrage kam nicht von Ihnen? Sagen Sie sofort dem Helpdesk Bescheid oder stoppen Sie die Zurücksetzung selbst.`,
  },
  reset_denied: {
    subject: 'Die Anfrage auf Zurücksetzung wurde abgelehnt',
    body: `
Die Anfrage, die Multi-Faktor-Authentifizierung für Ihr Konto {username} zurückzusetzen, wurde am {at} abgelehnt. Ihre bisherige Einrichtung gilt weiter.

Als Grund wurde angegeben: {reason}

Eine neue Anfrage ist nach 24 Stunden möglich.

Die Anfrage kam nicht von Ihnen? Möglicherweise kennt jemand Ihr Passwort. Sagen Sie dem Helpdesk Bescheid und ändern Sie Ihr Passwort.`,
  },
  reset_done: {
    subject: 'Ihre Multi-Faktor-Authentifizierung wurde zurückgesetzt',
    asksWhoseRequest: true,
    body: `
Die Multi-Faktor-Authentifizierung für Ihr Konto {username} wurde am {at} zurückgesetzt. Sie wurden überall abgemeldet.

So richten Sie sie wieder ein:

- Löschen Sie zuerst den alten Eintrag in Ihrer Authentifikator-App.
- Melden Sie sich mit Benutzername und Passwort an.
- Wenn Sie nach dem Aktivierungscode gefragt werden, geben Sie den Code unten ein.{activationCode?}
- Scannen Sie den neuen QR-Code mit der App.

Ihr Aktivierungscode:
{activationCode}
Er gilt für eine Einrichtung und 24 Stunden lang. Geben Sie ihn niemandem. Der Helpdesk fragt nie danach.

Diese Prüfungen wurden in Ihrem Namen gemacht:
{checks}

Eine davon gab es nicht, oder die Anfrage kam nicht von Ihnen? Sagen Sie sofort dem Helpdesk Bescheid oder sichern Sie Ihr Konto selbst.`,
  },
  reset_done_in_person: {
    subject: 'Ihre Multi-Faktor-Authentifizierung wurde zurückgesetzt',
    asksWhoseRequest: true,
    body: `
Die Multi-Faktor-Authentifizierung für Ihr Konto {username} wurde am {at} zurückgesetzt. Sie wurden überall abgemeldet.

So richten Sie sie wieder ein:

- Löschen Sie zuerst den alten Eintrag in Ihrer Authentifikator-App.
- Holen Sie Ihren Aktivierungscode persönlich beim Helpdesk ab. Per E-Mail wird er nicht verschickt.
- Melden Sie sich mit Benutzername und Passwort an und geben Sie den Aktivierungscode ein.
- Scannen Sie den neuen QR-Code mit der App.

Diese Prüfungen wurden in Ihrem Namen gemacht:
{checks}

Eine davon gab es nicht, oder die Anfrage kam nicht von Ihnen? Sagen Sie sofort dem Helpdesk Bescheid oder sichern Sie Ihr Konto selbst.`,
  },
  reset_done_named: {
    subject: 'Ein Authentifikator wurde zurückgesetzt',
    asksWhoseRequest: true,
    body: `
{authenticator} wurde am {at} für Ihr Konto {username} entfernt, wie eine Anfrage auf Zurücksetzung es verlangte. Codes davon gelten nicht mehr, und Sie wurden überall abgemeldet.

Ihre anderen Authentifikatoren bleiben, wie sie sind: Melden Sie sich mit einem Code von einem davon an.

Diese Prüfungen wurden in Ihrem Namen gemacht:
{checks}

Hat eine davon nicht stattgefunden, oder haben nicht Sie darum gebeten? Sagen Sie sofort dem Helpdesk Bescheid, oder sichern Sie Ihr Konto selbst.`,
  },
  reset_done_elsewhere: {
    subject: 'Ihre Faktoren in {system} wurden zurückgesetzt',
    asksWhoseRequest: true,
    body: `
Das wurde am {at} in {system} entfernt, wie eine Anfrage auf Zurücksetzung für Ihr Konto {username} es verlangte:
{factors}

Die Anmeldung dort kann gesperrt sein, bis Sie wieder einrichten. Der Helpdesk sagt Ihnen, wie das geht.

Diese Prüfungen wurden in Ihrem Namen gemacht:
{checks}

Hat eine davon nicht stattgefunden, oder haben nicht Sie darum gebeten? Sagen Sie sofort dem Helpdesk Bescheid, oder sichern Sie Ihr Konto selbst.`,
  },
  way_back_in: {
    subject: 'Ihr Aktivierungscode, um sich wieder anzumelden',
    body: `
Die Anmeldung mit Ihrem Konto {username} ist in diesen Systemen gesperrt, weil Ihre Faktoren dort zurückgesetzt wurden:
{systems}

Dieser Aktivierungscode öffnet sie, damit Sie neu einrichten können:
{activationCode}

- Halten Sie Ihr Telefon bereit: Die Anmeldung dort bleibt 30 Minuten lang offen.
- Öffnen Sie diese Seite und geben Sie Ihren Benutzernamen, Ihr Passwort und den Code ein: {lostDeviceLink}
- Melden Sie sich dann dort an und richten Sie neu ein.

Der Code gilt einmal und 24 Stunden lang. Frühere Codes gelten nicht mehr. Geben Sie ihn niemandem. Der Helpdesk fragt nie danach.

Haben Sie diese E-Mail nicht erwartet? Sagen Sie dem Helpdesk Bescheid. Vielleicht versucht jemand, ein eigenes Telefon einzurichten.`,
  },
  way_back_in_in_person: {
    subject: 'So melden Sie sich nach der Zurücksetzung wieder an',
    body: `
Die Anmeldung mit Ihrem Konto {username} ist in diesen Systemen gesperrt, weil Ihre Faktoren dort zurückgesetzt wurden:
{systems}

So richten Sie neu ein:

- Holen Sie Ihren Aktivierungscode persönlich beim Helpdesk. Er wird nicht per E-Mail verschickt.
- Halten Sie Ihr Telefon bereit: Nachdem Sie den Code eingegeben haben, bleibt die Anmeldung dort 30 Minuten lang offen.
- Öffnen Sie diese Seite und geben Sie Ihren Benutzernamen, Ihr Passwort und den Code ein: {lostDeviceLink}
- Melden Sie sich dann dort an und richten Sie neu ein.

Haben Sie keine Zurücksetzung verlangt? Sagen Sie sofort dem Helpdesk Bescheid.`,
  },
  activation_code: {
    subject: 'Ihr Aktivierungscode',
    body: `
Mit diesem Aktivierungscode richten Sie die Multi-Faktor-Authentifizierung für Ihr Konto {username} ein:
{activationCode}
Er gilt für eine Einrichtung und 24 Stunden lang. Frühere Codes gelten nicht mehr. Geben Sie ihn niemandem. Der Helpdesk fragt nie danach.

Haben Sie diese E-Mail nicht erwartet? Sagen Sie dem Helpdesk Bescheid. Möglicherweise versucht jemand, das eigene Telefon für Ihr Konto einzurichten.`,
  },
  this_was_not_me_done: {
    subject: 'Wir haben die Zurücksetzung Ihrer Multi-Faktor-Authentifizierung gestoppt',
    body: `
Sie haben uns am {at} mitgeteilt, dass die Zurücksetzung für Ihr Konto {username} nicht von Ihnen kam. Sie ist gestoppt, Sie sind überall abgemeldet, und vorerst kann niemand für Sie Multi-Faktor-Authentifizierung einrichten. Die Sicherheitsbeauftragten wissen Bescheid.

Legen Sie ein neues Passwort fest. Wählen Sie auf der Anmeldeseite „Passwort vergessen“:
{signInLink}

Auch das waren nicht Sie? Sagen Sie dem Helpdesk Bescheid.`,
  },
  wrong_code: {
    subject: 'Für Ihr Konto wurde ein falscher Code eingegeben',
    body: `
Am {at} hat jemand Ihr Passwort für das Konto {username} eingegeben und danach einen falschen Code.

Das kam von der Adresse {address}.

Wenn Sie das waren, ist alles gut. Codes werden abgelehnt, wenn die Uhr des Telefons falsch geht: Stellen Sie sie auf automatisch.

Das waren nicht Sie? Dann kennt jemand anderes Ihr Passwort. Ändern Sie es jetzt in den Sicherheitseinstellungen:
{securitySettingsLink}`,
  },
  wrong_activation_code: {
    subject: 'Für Ihr Konto wurde ein falscher Aktivierungscode eingegeben',
    body: `
Am {at} hat jemand Ihr Passwort für das Konto {username} eingegeben und danach einen falschen Aktivierungscode.

Das kam von der Adresse {address}.

Wenn Sie das waren, ist alles gut. Geben Sie den neuesten Code ein. Nach zehn falschen Eingaben gilt er nicht mehr, und der Helpdesk schickt Ihnen einen anderen.

Das waren nicht Sie? Dann kennt jemand anderes Ihr Passwort. Wählen Sie auf der Anmeldeseite „Passwort vergessen“ und sagen Sie dem Helpdesk Bescheid:
{signInLink}`,
  },
  locked: {
    subject: 'Ihr Konto ist gesperrt',
    body: `
Für Ihr Konto {username} wurden zu viele falsche Codes eingegeben. Es ist seit {at} gesperrt.

Rufen Sie den Helpdesk an. Sobald dort geprüft ist, dass Sie es sind, wird es entsperrt oder Ihre Multi-Faktor-Authentifizierung zurückgesetzt.

Das waren nicht Sie? Dann kennt jemand anderes Ihr Passwort. Sagen Sie das dem Helpdesk und ändern Sie Ihr Passwort.`,
  },
  unlocked: {
    subject: 'Ihr Konto ist entsperrt',
    body: `
Ihr Konto {username} wurde am {at} entsperrt. Sie können sich wie bisher mit Passwort und Code anmelden.

Aufgehoben hat sie {by}.

Vorher hat sich jemand vergewissert, dass Sie es sind:
{checks}

Haben Sie nicht darum gebeten? Sagen Sie sofort dem Helpdesk Bescheid.`,
  },
  password_set: {
    subject: 'Ihr Konto ist bereit',
    body: `
Das Passwort Ihres Kontos {username} wurde am {at} festgelegt. Melden Sie sich mit Ihrem Benutzernamen und diesem Passwort an:
{signInLink}

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid und legen Sie ein neues Passwort fest. Wählen Sie dazu auf der Anmeldeseite „Passwort vergessen“.`,
  },
  password_changed: {
    subject: 'Ihr Passwort wurde geändert',
    body: `
Das Passwort Ihres Kontos {username} wurde am {at} geändert. Ihre anderen Sitzungen sind beendet. Die Multi-Faktor-Authentifizierung bleibt, wie sie war.

Das waren nicht Sie? Sagen Sie sofort dem Helpdesk Bescheid und legen Sie ein neues Passwort fest. Wählen Sie dazu auf der Anmeldeseite „Passwort vergessen“:
{signInLink}`,
  },
  password_link: {
    subject: 'Neues Passwort festlegen',
    body: `
Für Ihr Konto {username} wurde ein neues Passwort verlangt. Öffnen Sie diese Seite, um es festzulegen:
{tokenLink}

Der Link gilt einmal, bis {linkEndsAt}. Die Multi-Faktor-Authentifizierung bleibt, wie sie ist, und Sie werden weiterhin nach einem Code gefragt.

Das waren nicht Sie? Dann müssen Sie nichts tun. Ihr Passwort bleibt, wie es ist. Wenn das öfter vorkommt, sagen Sie dem Helpdesk Bescheid.`,
  },
  new_password_wanted: {
    subject: 'Ihr Passwort gilt nicht mehr: Legen Sie ein neues fest',
    body: `
Am {at} hat {by} Sie überall abgemeldet und das Passwort Ihres Kontos {username} beendet, weil es möglicherweise jemand anderes kennt. Öffnen Sie diese Seite, um ein neues festzulegen:
{tokenLink}

Der Link gilt einmal, bis {linkEndsAt}. Danach schickt „Passwort vergessen“ auf der Anmeldeseite einen neuen. Die Multi-Faktor-Authentifizierung bleibt, wie sie ist, und Sie werden weiterhin nach einem Code gefragt.

Wählen Sie ein Passwort, das Sie nirgends sonst verwenden. Haben Sie das alte auch anderswo verwendet? Ändern Sie es dort ebenfalls.

Niemand ruft Sie an und fragt nach diesem Link oder einem Code. Das stimmt nicht, oder jemand ruft an? Sagen Sie sofort dem Helpdesk Bescheid.`,
  },
  sso_linked: {
    subject: 'Ihr Konto wurde mit {provider} verknüpft',
    body: `
Ihr Konto {username} wurde am {at} mit einem Konto bei {provider} verknüpft. Wer sich dort anmeldet, ist hier als Sie angemeldet.

Das waren nicht Sie, und niemand hat Ihnen davon erzählt? Sagen Sie sofort dem Helpdesk Bescheid. Möglicherweise kann sich jemand anderes als Sie anmelden.`,
  },
  sso_link_wrong_code: {
    subject: 'Für Ihr Konto wurde über {provider} ein falscher Code eingegeben',
    body: `
Am {at} hat sich jemand in Ihrem Namen bei {provider} angemeldet und danach einen falschen Code für das Konto {username} eingegeben.

Das kam von der Adresse {address}.

{closed}

Wenn Sie das waren, ist alles gut. Codes werden abgelehnt, wenn die Uhr des Telefons falsch geht: Stellen Sie sie auf automatisch.

Das waren nicht Sie? Dann kann sich jemand anderes in Ihrem Namen bei {provider} anmelden. Sagen Sie dem Helpdesk Bescheid. Ihr Passwort und Ihre Authentifikator-App funktionieren wie bisher.`,
  },
  system_linked: {
    subject: 'Ihr Konto in {system} wurde verknüpft',
    body: `
Ihr Konto bei {organisation} wurde am {at} mit dem Konto {account} in {system} verknüpft. Wird Ihre Multi-Faktor-Authentifizierung zurückgesetzt, so auch dort.

Ist das dort nicht Ihr Konto? Sagen Sie es sofort Ihrem Helpdesk.`,
  },
  system_unlinked: {
    subject: 'Ihr Konto in {system} ist nicht mehr verknüpft',
    body: `
Die Verknüpfung Ihres Kontos bei {organisation} mit Ihrem Konto in {system} wurde am {at} entfernt. Eine Zurücksetzung Ihrer Multi-Faktor-Authentifizierung erreicht es nicht mehr.

Ist das nicht richtig? Sagen Sie es Ihrem Helpdesk.`,
  },
  factor_changed_outside: {
    subject: 'Ein Faktor Ihrer Anmeldung wurde in {system} geändert',
    body: `
In {system} ist mit Ihrem Konto dort Folgendes geschehen, ohne dass es bei {organisation} jemand beantragt hat:
{what}

Ist das nicht richtig, oder wissen Sie nichts davon? Sagen Sie es sofort Ihrem Helpdesk, und lassen Sie sich von niemandem zu einer Einrichtung drängen.`,
  },
  sso_unlinked: {
    subject: 'Ihr Konto ist nicht mehr mit {provider} verknüpft',
    body: `
Die Verknüpfung Ihres Kontos {username} mit {provider} wurde am {at} aufgehoben. Eine Anmeldung dort meldet Sie hier nicht mehr an.

Haben Sie das nicht erwartet? Fragen Sie den Helpdesk.`,
  },
  set_up_link: {
    subject: 'Richten Sie Ihr Konto ein',
    body: `
{organisation} hat für Sie ein Konto angelegt. Ihr Benutzername ist {username}. Öffnen Sie diese Seite, um Ihr Passwort festzulegen:
{tokenLink}

Der Link gilt einmal, bis {linkEndsAt}. Danach schickt „Passwort vergessen“ auf der Anmeldeseite einen neuen.

Haben Sie diese E-Mail nicht erwartet? Dann müssen Sie nichts tun. Sagen Sie nur dem Helpdesk Bescheid.`,
  },
  contact_changed: {
    subject: 'Ihre Kontaktdaten wurden geändert',
    body: `
Kontaktdaten Ihres Kontos {username} wurden am {at} geändert: {contacts}.

Sie wurden aus {source} gelesen; dort waren sie geändert worden.

30 Tage lang gehen E-Mails zu Ihrem Konto auch an Ihre alte Adresse.

Ist das nicht richtig? Sagen Sie sofort dem Helpdesk Bescheid.`,
  },
  mail_revealed: {
    subject: 'Eine E-Mail an Sie wurde gelesen, um sie Ihnen zu übergeben',
    body: `
Eine E-Mail von uns an Sie ließ sich nicht senden: „{mail}“. Am {at} hat {by} sie in Gatehouse gelesen, um sie Ihnen persönlich zu übergeben. Sie enthält einen Link oder einen Code für Ihr Konto {username}.

Haben Sie sie nicht bekommen oder nicht darum gebeten? Sagen Sie sofort dem Helpdesk Bescheid. Vielleicht hat sie jemand an Ihrer Stelle verwendet.`,
  },
  account_suspended: {
    subject: 'Ihr Konto ist suspendiert',
    body: `
Ihr Konto {username} wurde am {at} suspendiert. Bis es wieder freigegeben ist, können Sie sich nicht anmelden; Sie wurden überall abgemeldet.

Ist das nicht richtig? Fragen Sie den Helpdesk.`,
  },
  change_touches_you: {
    subject: 'Eine Änderung an Ihrem Konto steht aus',
    body: `
{by} hat am {at} eine Änderung vorgeschlagen, die Ihr Konto betrifft:
{summary}

Sie bewirkt nichts, solange keine zweite Person zustimmt, und verfällt am {endsAt}.

Sie wird am {takesEffectAt} von selbst wirksam. Bis dahin bewirkt sie nichts.

Soll das nicht geschehen, oder ist es Ihnen neu? Öffnen Sie diese Seite und drücken Sie den Knopf dort: Damit ziehen Sie die Änderung zurück. Sagen Sie dann Ihrem Helpdesk Bescheid.
{withdrawLink}`,
  },
  test_mail: {
    subject: 'Test-E-Mail von Gatehouse',
    body: `
Das ist ein Test. E-Mails von Gatehouse kommen bei Ihnen an. Diese wurde am {at} verschickt.

Haben Sie nicht darum gebeten? Vielleicht richtet ein anderer Administrator von {organisation} gerade den E-Mail-Versand ein. Sie müssen nichts tun.`,
  },
} as const satisfies Record<keyof typeof english, MailText>;

export const userMails: Fitting<typeof english, typeof texts> = texts;
