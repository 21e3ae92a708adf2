import type { words as english } from '../en/resetRequests.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  // The queue
  queueTitle: 'Anfragen auf Zurücksetzung',
  openForCaller: 'Für Anrufende anlegen',
  newRows: '{count, number} neu, anzeigen',
  requests: '{count, plural, one {# Anfrage} other {# Anfragen}}',
  moreThanRequests: '{count, plural, one {mehr als # Anfrage} other {mehr als # Anfragen}}',
  shownOf: '{shown, number} von {count, plural, one {# Anfrage} other {# Anfragen}}',
  nobodyWaits: 'Niemand wartet',
  noneFits: 'Keine passenden Anfragen',
  noneFitsWhy: 'Ändern Sie die Suche oder die Filter.',
  showWaiting: 'Wartende anzeigen',
  lastDecided: 'Zuletzt wurde eine Anfrage entschieden: {at}.',
  noneDecidedYet: 'Noch wurde keine Anfrage entschieden. Neue erscheinen hier automatisch.',
  searchRequests: 'Name, Benutzername oder Nummer',
  requestNumber: 'Nr. {number}',
  filterForMe: 'Wessen',
  everybodys: 'Von allen',
  mine: 'Meine',
  waitingForMe: 'Warten auf mich',
  handedToMe: 'An mich weitergegeben',
  filterState: 'Status',
  filterTier: 'Risikostufe',
  stateWaiting: 'Wartend',
  stateAll: 'Alle Anfragen',
  tierAny: 'Alle Stufen',

  // Mehrere auf einmal
  selectedRequests: 'Ausgewählte Anfragen',
  selected: '{count, plural, one {# ausgewählt} other {# ausgewählt}}',
  clearSelection: 'Auswahl aufheben',
  denySeveral: 'Ablehnen …',
  mostAtOnce: 'Höchstens {count, number} auf einmal.',
  denySeveralTitle: '{count, plural, one {# Anfrage ablehnen?} other {# Anfragen ablehnen?}}',
  denySeveralMeans:
    'Die bestehenden Einrichtungen bleiben gültig. Jede Person erfährt es per E-Mail und kann nach 24 Stunden eine neue Anfrage stellen.',
  denySeveralWho: 'Von wem',
  denySeveralNow: '{count, plural, one {# Anfrage ist abgelehnt.} other {# Anfragen sind abgelehnt.}}',
  notAllDeniedTitle:
    '{done, plural, =0 {Keine wurde abgelehnt} one {# von {count, number} wurde abgelehnt} other {# von {count, number} wurden abgelehnt}}',
  notDenied: 'Nicht abgelehnt',
  close: 'Schließen',

  // Its columns
  columnWho: 'Person',
  columnDepartment: 'Abteilung',
  columnTier: 'Stufe',
  columnState: 'Status',
  columnWaiting: 'Wartet',
  columnClaimedBy: 'Übernommen von',
  columnDecided: 'Entschieden',
  columnOpened: 'Gestellt',
  reasonAndSource: '{reason}, <quiet>{source}</quiet>',
  noLongerListed: 'Nicht mehr in dieser Liste',
  claimedBySince: '{name}, <quiet>seit {time}</quiet>',
  claimedByNobody: 'Niemand',
  decidedBy: 'von {name}',
  passedOf: '{passed, number} von {needed, plural, one {# Prüfung} other {# Prüfungen}}',

  // Opening one for a caller
  openForCallerTitle: 'Anfrage für eine anrufende Person anlegen',
  openForCallerLead:
    'Schneller und sicherer ist die Anmeldeseite: Dort beweist die Person, dass sie das Passwort kennt, und erhält einen Anfragecode. Ohne das verlangt die Richtlinie mehr Nachweise. Die Person wird sofort per E-Mail benachrichtigt.',
  whoTheySay: 'Angegebene Person',
  choosePerson: 'Wählen Sie die Person aus.',
  openNoteHelper: 'Von welcher Nummer der Anruf kam und was gesagt wurde.',

  // Freezing
  freeze: 'Einfrieren',
  freezeMore: 'Mehr einfrieren',
  unfreeze: 'Einfrieren aufheben',
  freezeTitle: 'Einfrieren?',
  unfreezeTitle: 'Einfrieren aufheben?',
  freezeLead:
    'Es gilt ab sofort. Bestätigen Sie danach innerhalb von 15 Minuten, dass Sie es waren, sonst endet es von selbst. Wer MFA schon eingerichtet hat, kann sich weiterhin anmelden. Nur Sicherheitsbeauftragte können das Einfrieren aufheben.',
  unfreezeLead: 'Was Sie auswählen, läuft sofort weiter. Sehen Sie vorher die wartenden Anfragen durch.',
  frozenResets:
    'Nichts wird zurückgesetzt, auch nicht am Ende einer Wartezeit. Prüfungen lassen sich weiterhin eintragen und Anfragen ablehnen.',
  frozenSetups:
    'Niemand kann MFA einrichten oder auf ein neues Telefon übertragen. Es gehen keine Aktivierungscodes und Einrichtungslinks hinaus, also kann auch niemand neu hinzukommen.',
  frozenPasswords:
    'Über Links aus E-Mails lässt sich kein Passwort festlegen: weder ein neues für ein vergessenes noch das erste.',
  thawedResets:
    'Zurücksetzungen lassen sich wieder genehmigen, und die mit abgelaufener Wartezeit werden ausgeführt.',
  thawedSetups: 'MFA lässt sich wieder einrichten und übertragen, und neue Personen können hinzukommen.',
  thawedPasswords: 'Über Links aus E-Mails lassen sich wieder Passwörter festlegen.',
  frozen: '{switches} sind eingefroren.',
  freezeCounts:
    'Es gilt bereits. Bestätigen Sie innerhalb von 15 Minuten, dass Sie es waren, sonst endet es von selbst.',
  unfrozen: '{switches} sind nicht mehr eingefroren.',
  freezeWhy: 'Geben Sie in einem Satz an, warum: Andere lesen ihn in der E-Mail.',
  chooseSwitch: 'Wählen Sie mindestens eines aus.',

  // The work page
  backToQueue: 'Anfragen',
  requestTitle: 'Anfrage auf Zurücksetzung',
  noSuchRequest: 'Diese Anfrage gibt es nicht',
  noSuchRequestWhy: 'Der Link ist vielleicht alt oder unvollständig.',
  loading: 'Wird geladen',
  openedAt: 'Gestellt {at}',
  expiresIn: 'Noch {duration} gültig, bis {at}',
  expiresSoon: 'noch {duration} gültig',
  expiresNow: 'Läuft jeden Moment ab',
  take: 'Übernehmen',
  takeOver: 'An sich nehmen',
  handTo: 'Weitergeben …',
  handToTitle: 'Die Anfrage von {name} weitergeben?',
  handToMeans:
    'Ab dann bearbeitet sie die andere Person und sieht sie sofort. Notizen und Prüfungen bleiben, wie sie sind.',
  handToWhom: 'An wen',
  handToChoose: 'Bitte auswählen',
  handToNobody: 'Sonst darf niemand Anfragen prüfen.',
  hand: 'Weitergeben',
  handedNow: 'Die Anfrage ist an {name} weitergegeben.',
  handedToYou: '{name} hat sie Ihnen weitergegeben',
  handedToYouAt: 'An Sie weitergegeben',
  handedTo: 'Weitergegeben an {name}',
  eventHanded: 'An {name} weitergegeben',
  youAreOnIt: '<b>Sie</b>, seit {time}',
  colleagueIsOnIt: '<b>{name}</b>, seit {time}',
  haveItOpen: '{count, plural, one {{names} hat sie geöffnet} other {{names} haben sie geöffnet}}',

  // Who is asking, and for what
  whoIsAsking: 'Anfragende Person',
  department: 'Abteilung',
  manager: 'Führungskraft',
  email: 'E-Mail',
  roles: 'Rollen',
  lastSignIn: 'Letzte Anmeldung',
  accountSince: 'Konto seit',
  noneOnRecord: 'Nicht hinterlegt',
  never: 'Nie',
  since: 'seit {at}',
  numbersOnRecord: 'Hinterlegte Nummern',
  noNumbers: 'Keine, also ist kein Rückruf möglich.',
  phone: 'Telefon',
  mobile: 'Mobil',
  theRequest: 'Die Anfrage',
  reason: 'Grund',
  made: 'Gestellt',
  madeWhere:
    '{source, select, sign_in {Bei der Anmeldung} session {Aus der eigenen Sitzung} disable {Aus den eigenen Einstellungen} staff {Für die Person angelegt, nach einem Anruf} other {Für die Person angelegt, als direkte Zurücksetzung}}',
  openedBy: 'Angelegt von',
  device: 'Gerät',
  network: 'Netzwerk',
  noteOnOpening: 'Notiz beim Anlegen',
  theyWrote: 'Nachricht der Person',

  // The risk
  risk: '{tier, select, standard {Risikostufe: Standard} elevated {Risikostufe: erhöht} other {Risikostufe: privilegiert}}',
  nothingRaisesRisk:
    'Nichts erhöht das Risiko: keine kürzlich geänderten Kontaktdaten, keine ungewöhnliche Anmeldung, keine nicht bestandene Prüfung.',
  attackWasReported: 'Am Helpdesk wurde ein Angriff gemeldet.',
  reasons: 'Gründe',
  decidedByAnyone:
    'Genehmigen kann jede Person, die entscheiden darf, auch wenn sie Prüfungen eingetragen hat.',
  decidedByOther: 'Genehmigen muss eine Person, die keine Prüfung eingetragen hat.',
  decidedByTwo: 'Genehmigen müssen zwei Personen, die keine Prüfung eingetragen haben.',
  resetAtOnce: 'Zurückgesetzt wird sofort.',
  resetAfterHold:
    '{hours, plural, one {Zurückgesetzt wird # Stunde, nachdem die Person benachrichtigt wurde.} other {Zurückgesetzt wird # Stunden, nachdem die Person benachrichtigt wurde.}}',

  // Evidence
  evidence: 'Nachweise',
  requirementChecks:
    '{needed, plural, =1 {{of, plural, one {Diese Prüfung} other {Eine dieser Prüfungen}}} other {{needed, number} dieser Prüfungen}}',
  requirementStrong:
    '{needed, number} dieser Prüfungen, davon {strong, plural, one {eine starke} other {# starke}}',
  requirementAllStrong:
    '{needed, plural, =1 {Eine dieser starken Prüfungen} other {# dieser starken Prüfungen}}',
  recordedBesides: 'Außerdem erfasst',
  strong: 'stark',
  checksRecorded:
    '{count, plural, =0 {Keine Prüfungen eingetragen} one {# Prüfung eingetragen} other {# Prüfungen eingetragen}}',
  policyAsks: 'Was die Richtlinie verlangt',
  met: 'Erfüllt',
  notMetYet: 'Noch nicht erfüllt',
  checks: 'Prüfungen',
  notMade: 'Nicht durchgeführt',
  notMadeYet: 'Noch offen',
  notPossible: 'Nicht möglich',
  managerAskedNoAnswer: 'Gefragt, noch keine Antwort',
  recorded: 'Eingetragen',
  recordedBy: '{outcome}, eingetragen von {name}',
  recordedByNumber: '{outcome}, eingetragen von {name}, Nummer mit den Endziffern {ending}',
  voidSuspended: 'Zählt nicht mehr: Die Person, die sie eingetragen hat, wurde suspendiert.',
  voidPhoneLost: 'Zählt nicht mehr: Das angerufene Telefon ist als verloren oder gestohlen gemeldet.',
  voidTooOld: 'Zählt nicht mehr: Sie ist zu alt.',
  countsUntil: 'Zählt bis {at}',

  // Recording a check
  say: 'Sagen Sie',
  quoted: '„{text}“',
  lookFor: 'Worauf Sie achten',
  requestCode: 'Anfragecode',
  spelledHere: 'Was Sie eingeben, steht hier buchstabiert, damit Sie es zurücklesen können.',
  triesLeft: '{count, plural, one {Noch # Versuch.} other {Noch # Versuche.}}',
  allSixCharacters: 'Geben Sie alle sechs Zeichen ein, die Ihnen vorgelesen werden.',
  checkCode: 'Code prüfen',
  numberToCall: 'Anzurufende Nummer',
  phoneEnding: 'Telefon, Endziffern {ending}',
  mobileEnding: 'Mobil, Endziffern {ending}',
  phoneOnRecord: 'Hinterlegtes Telefon',
  mobileOnRecord: 'Hinterlegtes Mobiltelefon',
  copyNumber: 'Nummer kopieren',
  note: 'Notiz',
  howDidItGo: 'Wie ging es aus?',
  recordAgain: 'Erneut eintragen',
  failTitle: '{check}: Hat {name} nicht bestanden?',
  recordAsFailed: 'Als nicht bestanden eintragen',
  failMeans:
    'Eine nicht bestandene Prüfung bleibt vermerkt und hebt die Risikostufe dieser Anfrage mindestens auf „erhöht“, sodass die Richtlinie mehr Nachweise verlangt. Hat jemand versucht, Sie zu täuschen, lehnen Sie die Anfrage als mutmaßlichen Angriff ab.',
  managerAsked: '{manager} wurde von {name} gefragt ({at}) und hat noch nicht geantwortet.',
  deputyFrom: 'Ab {at} darf auch {name} antworten.',
  askManager: 'Führungskraft fragen',
  askManagerNamed: '{name} fragen',

  // How each check is made: what to do, what to say word for word, what to look for
  codeAct: 'Fragen Sie nach den sechs Zeichen und geben Sie ein, was Sie hören.',
  codeSay:
    'Als Sie um die Zurücksetzung gebeten haben, hat Ihr Bildschirm einen Anfragecode angezeigt. Lesen Sie ihn mir vor, Zeichen für Zeichen.',
  codeLook:
    'Nur der Bildschirm, von dem diese Anfrage kam, hat den Code angezeigt. Sie sehen ihn hier nicht und können ihn deshalb nicht verraten.',
  codeLookOther:
    'Wer einen anderen Code nennt oder einen aus einer Authentifikator-App vorliest, hat den richtigen nicht.',
  callAct:
    'Legen Sie auf. Wählen Sie dann selbst die Nummer, die unten auf dieser Seite steht, und keine andere.',
  callSay: 'Hier ist der Helpdesk von {organisation}. Haben Sie uns um etwas gebeten? Worum?',
  callLook: '{name} meldet sich und weiß von der Anfrage, ohne dass Sie sie erwähnen.',
  callLookOther:
    'Wer Ihnen eine andere Nummer nennt oder sich nicht zurückrufen lassen will, hat diese Prüfung nicht bestanden.',
  videoAct: 'Starten Sie den Videoanruf selbst, über die hinterlegte E-Mail-Adresse.',
  videoSay:
    'Halten Sie Ihren Dienstausweis oder einen anderen Lichtbildausweis neben Ihr Gesicht. Kippen Sie ihn langsam und bewegen Sie dann eine Hand vor Ihrem Gesicht vorbei.',
  videoLook: 'Das Gesicht ist das auf dem Ausweis, und der Name darauf lautet {name}.',
  videoLookPicture:
    'Der Ausweis spiegelt das Licht, wenn er gekippt wird. Das Bild friert nicht ein und verwischt nicht an den Rändern der Hand.',
  videoLookKeep: 'Behalten Sie kein Bild des Ausweises.',
  personAct:
    'Treffen Sie die Person an ihrem Arbeitsplatz, oder lassen Sie das jemanden aus Ihrem Haus tun, den Sie kennen.',
  personSay: 'Zeigen Sie mir Ihren Dienstausweis oder einen anderen Lichtbildausweis.',
  personLook: 'Gesicht, Foto und der Name {name} gehören zusammen.',
  personLookOther: 'Es zählt nicht, wenn Sie nicht sagen können, wer die Person gesehen hat.',
  managerAct: '{name} antwortet selbst, angemeldet und mit einem neuen Code.',
  managerActNone: 'Es ist keine Führungskraft hinterlegt, daher ist diese Prüfung nicht möglich.',
  managerLook: 'Ein Anruf oder eine E-Mail von jemandem, der sich als Führungskraft ausgibt, beweist nichts.',
  existingAct: 'Wird automatisch eingetragen, wenn mit der Anfrage ein gültiger Code eingegeben wurde.',
  existingLook:
    'Fragen Sie am Telefon nicht nach Codes aus der Authentifikator-App: Niemand im Helpdesk braucht jemals einen.',

  // The decision
  decision: 'Entscheidung',
  evidenceComplete: 'Die Nachweise sind vollständig. Sie können entscheiden.',
  holdingCanStop: 'Genehmigt, in Wartezeit. Die Zurücksetzung lässt sich noch stoppen.',
  holding: 'Genehmigt, in Wartezeit.',
  approveAndReset: 'Genehmigen und zurücksetzen',
  deny: 'Ablehnen',
  stopReset: 'Zurücksetzung stoppen',
  approveTitle: 'MFA von {name} zurücksetzen?',
  approveFirst: 'Genehmigen, 1 von 2',
  approveNeedsSecond: 'Eine zweite Person muss ebenfalls genehmigen; vorher geschieht nichts.',
  approveHolds:
    '{hours, plural, one {Es geschieht automatisch # Stunde, nachdem {name} benachrichtigt wurde, und lässt sich bis dahin von {name} stoppen.} other {Es geschieht automatisch # Stunden, nachdem {name} benachrichtigt wurde, und lässt sich bis dahin von {name} stoppen.}}',
  approveRemovesThere: 'Zuerst gehen die Faktoren in {systems}, und es wird nachgesehen, ob sie weg sind.',
  approveRemoves: 'Der Authentifikator wird entfernt, alle Sitzungen enden. Das Passwort bleibt, wie es ist.',
  approveMails:
    'Eine E-Mail mit einer Anleitung und den eingetragenen Prüfungen geht hinaus. Zum erneuten Einrichten braucht {name} den Aktivierungscode, der einmal und 24 Stunden lang gilt.',
  approvedFirst: 'Genehmigt. Eine zweite Person muss ebenfalls genehmigen.',
  approvedHolds: 'Genehmigt. Die MFA von {name} wird zurückgesetzt, wenn die Wartezeit endet.',
  resetBegan: 'Die MFA von {name} wird zurückgesetzt, zuerst in verbundenen Systemen.',
  wasReset: 'Die MFA von {name} wurde zurückgesetzt.',
  denyTitle: 'Anfrage von {name} ablehnen?',
  stopTitle: 'Zurücksetzung für {name} stoppen?',
  denyMeans:
    'Die bestehende Einrichtung bleibt gültig. {name} wird per E-Mail benachrichtigt, und eine neue Anfrage ist nach 24 Stunden möglich.',
  denyWhy: 'Geben Sie in einem Satz an, warum.',
  denyForColleagues: 'Nur für Kolleginnen und Kollegen: In der E-Mail an die Person steht es nicht.',
  suspectedAttack: 'Mutmaßlicher Angriff',
  suspectedAttackMeans: 'Benachrichtigt sofort alle Sicherheitsbeauftragten.',
  denied: 'Die Anfrage ist abgelehnt.',
  stopped: 'Die Zurücksetzung der MFA von {name} ist gestoppt.',
  colleagueDecided:
    '{state, select, denied {{name} war schneller und hat diese Anfrage abgelehnt ({time}).} cancelled {{name} war schneller und hat diese Anfrage abgebrochen ({time}).} vetoed {{name} war schneller und hat diese Anfrage gestoppt ({time}).} other {{name} war schneller und hat diese Anfrage genehmigt ({time}).}}',

  // Eine vollständige Anfrage, die auf jemand anderen wartet
  awaitsTitle: 'Wartet auf eine Entscheidung',
  awaitsNobody: 'Im Moment kann niemand sonst über diese Anfrage entscheiden.',
  awaitsWho: '{count, plural, one {{names} kann entscheiden.} other {{names} können entscheiden.}}',
  andOthers: '{count, plural, one {# weitere Person} other {# weitere}}',
  awaitsUsually: 'Eine Entscheidung dauert zurzeit meist {duration}.',
  awaitsUnknown: 'In den letzten 30 Tagen hat niemand auf eine gewartet.',
  awaitsAsked: '{name} hat {at} um eine Entscheidung gebeten.',
  awaitsAskedAt: 'Um eine Entscheidung wurde {at} gebeten.',
  askDecision: 'Um Entscheidung bitten',
  decisionAskedNow:
    '{count, plural, one {# Person wurde per E-Mail benachrichtigt.} other {# Personen wurden per E-Mail benachrichtigt.}}',
  tellCaller: 'Sagen Sie der anrufenden Person',
  tellDecides:
    'Ich habe alles, was ich brauche. Jetzt entscheidet jemand anderes im Haus; ich darf das nicht selbst. Sie müssen nicht am Apparat bleiben. Sie bekommen eine E-Mail mit dem Ergebnis. Niemand wird Sie anrufen und nach einem Code fragen.',
  tellDecidesIn:
    'Ich habe alles, was ich brauche. Jetzt entscheidet jemand anderes im Haus; ich darf das nicht selbst. Das dauert etwa {duration}. Sie müssen nicht am Apparat bleiben. Sie bekommen eine E-Mail mit dem Ergebnis. Niemand wird Sie anrufen und nach einem Code fragen.',
  tellHold:
    '{hours, plural, one {Nach der Genehmigung dauert es noch eine Stunde bis zur Zurücksetzung.} other {Nach der Genehmigung dauert es noch # Stunden bis zur Zurücksetzung.}}',

  // What came of it
  firstApproved: 'Von der ersten von zwei Personen genehmigt',
  firstApprovedMeans: '{approved} Eine zweite Person muss ebenfalls genehmigen.',
  approval: '{name} ({at})',
  approvalNoted: '{name} ({at}: „{note}“)',
  approvedByOne: 'Genehmigt von {first}.',
  approvedByBoth: 'Genehmigt von {first} und {second}.',
  approvedBy: 'Genehmigt von {name}, {at}.',
  approvedAt: 'Genehmigt: {at}.',
  titleApproved: 'Die MFA von {name} wird zurückgesetzt',
  titleExecuting: 'Die MFA von {name} wird gerade zurückgesetzt',
  titleCompleted: 'Die MFA von {name} wurde zurückgesetzt',
  titleDenied: 'Die Anfrage wurde abgelehnt',
  titleCancelled: 'Die Anfrage wurde abgebrochen',
  titleVetoed: '{name} sagt: Das war ich nicht',
  titleExpired: 'Die Anfrage ist abgelaufen',
  holdsUntil:
    '{approved} {hold} Bis dahin bleibt die bestehende Einrichtung gültig, und {name} kann die Zurücksetzung stoppen.',
  executing:
    '{approved} Sie wird in verbundenen Systemen ausgeführt. Was hier ist, geht zuletzt, wenn dort nichts mehr übrig ist.',
  completed: '{approved} Der Authentifikator ist entfernt, alle Sitzungen sind beendet.',
  deniedAt: 'Abgelehnt: {at}. Die bestehende Einrichtung bleibt gültig.',
  deniedBy: 'Abgelehnt von {name}, {at}. Die bestehende Einrichtung bleibt gültig.',
  deniedAsAttack:
    'Als mutmaßlicher Angriff abgelehnt von {name}, {at}; alle Sicherheitsbeauftragten wurden benachrichtigt. Die bestehende Einrichtung bleibt gültig.',
  cancelled: 'Abgebrochen. Die bestehende Einrichtung bleibt gültig.',
  cancelledBy: 'Abgebrochen von {name}. Die bestehende Einrichtung bleibt gültig.',
  whatGoes: 'Was die Zurücksetzung entfernt',
  whatWent: 'Was die Zurücksetzung entfernt hat',
  targetHere: 'Hier',
  targetAccount: 'Konto {account}',
  targetPlanned: 'Geplant',
  targetSent: 'Läuft',
  targetDone: 'Nachweislich entfernt',
  targetFailed: 'Nicht erledigt',
  factorGone: 'entfernt {time}',
  factorNotGone: 'nicht nachweislich entfernt',
  sessionsNone: 'Dort wird keine Sitzung beendet: Dieses System hat keine, die sich beenden lässt.',
  sessionsEnded: 'Die Sitzungen dort sind beendet, nachgesehen {time}.',
  sessionsAsked: 'Das Ende der Sitzungen dort ist verlangt ({time}); nachsehen lässt es sich nicht.',
  access:
    '{state, select, held {Die Anmeldung dort ist gesperrt, bis hier der Aktivierungscode eingegeben wird.} opening {Die Anmeldung dort wird zum Einrichten geöffnet.} closing {Die Anmeldung dort wird gesperrt.} other {Dort ist wieder eingerichtet.}}',
  accessOpen:
    'Die Anmeldung dort ist zum Einrichten offen; ohne neuen Faktor wird sie wieder gesperrt {time}.',
  triesAgain: 'Der nächste Versuch kommt von selbst {time}.',
  cannotHold:
    '{system} kann die Anmeldung nicht sperren: Sind die Faktoren dort entfernt, genügt womöglich das Passwort allein, bis ein neuer eingerichtet ist. Genehmigen Sie nur, wenn Sie die Person am Apparat haben.',
  holdForbids:
    '{system} kann die Anmeldung nicht sperren, und die Richtlinie erlaubt keine Zurücksetzung, wo womöglich das Passwort allein genügt. Lassen Sie es bei dem aus, was entfernt wird.',
  tryAgain: 'Noch einmal versuchen',
  stopAuthenticators:
    '{count, plural, one {Authentifikator jetzt stilllegen} other {Alle Authentifikatoren jetzt stilllegen}}',
  stopFactorsTitle: 'Stilllegen, womit {name} sich anmeldet?',
  stopFactorsMeaning:
    'Für ein Telefon in falschen Händen. Codes davon gelten ab sofort nicht mehr, und {name} wird überall abgemeldet. Die Anfrage läuft weiter; nur „Das war ich nicht“ in der E-Mail lässt ihn wieder gelten.',
  stopNow: 'Jetzt stilllegen',
  factorStopped: 'Stillgelegt',
  factorStays: 'bleibt',
  factorSetUp: 'eingerichtet {day}',
  factorLastUsed: 'zuletzt benutzt: {time}',
  vetoed:
    'Der Link in einer E-Mail wurde benutzt. Die Sitzungen sind beendet, keine Einrichtung kann beginnen, und die Sicherheitsbeauftragten wurden benachrichtigt.',
  expired:
    'Niemand hat rechtzeitig entschieden. Die bestehende Einrichtung bleibt gültig, und eine neue Anfrage ist möglich.',
  holdNotBegun:
    'Die Wartezeit beginnt, sobald der Mailserver die Benachrichtigung an die Person angenommen hat.',
  holdRefused:
    'Die Wartezeit hat nicht begonnen: Der Mailserver lehnt die Benachrichtigung an {email} endgültig ab: „{words}“ Korrigieren Sie die Adresse auf der Seite von {name}, oder lassen Sie die E-Mail im Postausgang erneut senden.',
  holdPaused:
    'Die Zurücksetzung ruht: Ein gültiger Code wurde eingegeben, deshalb wird {name} gefragt, ob die Anfrage echt ist.',
  holdRuns: 'Noch <b>{duration}</b>, dann wird automatisch zurückgesetzt: {at}.',
  holdRunsFrozen:
    'Die Wartezeit dauert noch <b>{duration}</b>: bis {at}. Zurücksetzungen sind eingefroren, also geschieht nichts, bis Sicherheitsbeauftragte das Einfrieren aufheben.',
  holdOver: 'Die Wartezeit ist vorbei; zurückgesetzt wird jeden Moment.',
  holdOverFrozen:
    'Die Wartezeit ist vorbei. Zurücksetzungen sind eingefroren, also geschieht nichts, bis Sicherheitsbeauftragte das Einfrieren aufheben.',

  // The activation code
  activationCode: 'Aktivierungscode',
  activationOver: 'Keiner mehr nötig: {name} hat MFA neu eingerichtet.',
  activationUsed: 'Benutzt: {name} hat begonnen, MFA neu einzurichten.',
  activationClosedAgain:
    'Benutzt, aber {name} hat dort innerhalb von 30 Minuten keinen neuen Faktor eingerichtet, und die Anmeldung ist wieder gesperrt. Ein anderer Code öffnet sie.',
  activationVoid: 'Der letzte gilt nicht mehr.',
  activationTriedOut:
    'Zehn falsche Codes haben den letzten beendet: Jemand, der das Passwort von {name} kennt, probiert Codes aus. Bitten Sie {name}, das Passwort zu ändern, und senden Sie dann einen neuen.',
  activationExpired: 'Der letzte ist unbenutzt abgelaufen: {at}.',
  activationMailed: 'Per E-Mail an {name} gesendet. Er gilt einmal, bis {at}.',
  activationInPerson:
    'Keiner E-Mail kann er anvertraut werden: Die Adresse ist jünger als 30 Tage, vor Kurzem wurde ein Passwort per E-Mail festgelegt, oder die Mail-Einstellungen wurden in den letzten 7 Tagen geändert. Eine Person, die keine Prüfung eingetragen und nichts davon geändert hat, übergibt ihn persönlich, bis {at}.',
  activationSend: 'Neuen Aktivierungscode senden',
  activationSendTitle: '{name} einen neuen Aktivierungscode senden?',
  activationSendMeans:
    'Er geht an {email} und gilt einmal und 24 Stunden lang. Der vorige gilt dann nicht mehr.',
  activationSent: 'Ein neuer Aktivierungscode ist unterwegs an {name}.',
  activationShow: 'Code zum Übergeben anzeigen',
  handOverTitle: 'Aktivierungscode an {name} übergeben',
  handOverLead:
    'Nur wenn {name} mit einem Lichtbildausweis vor Ihnen steht. Niemals am Telefon oder im Chat. Ein früher angezeigter Code gilt dann nicht mehr.',
  handOverShow: 'Code anzeigen',
  handOverShown:
    'Er wird nur jetzt angezeigt. Er gilt einmal, zusammen mit dem Passwort von {name}, bis {at}.',
  cancel: 'Abbrechen',
  done: 'Fertig',

  // Notes
  notes: 'Notizen',
  noNotes: 'Keine Notizen.',
  notesPlaceholder: 'Was am Telefon gesagt wird, was Sie geprüft haben',
  noteAfterDecision: 'Nicht gespeichert: Die Anfrage ist entschieden. Kopieren Sie, was Sie noch brauchen.',
  noteKept: 'Auf diesem Computer aufbewahrt. Wird automatisch erneut versucht.',
  tryNow: 'Jetzt versuchen',
  noteRefused: 'Nicht gespeichert. {message}',
  noteSaving: 'Wird gespeichert …',
  noteSavedAsTyped: 'Wird beim Tippen gespeichert.',
  noteSavedAt: 'Gespeichert: {at}',

  // Timeline
  timeline: 'Verlauf',
  nothingOnRecord: 'Nichts vermerkt.',
  byName: 'von {name}',
  byNameAnd: 'von {name}, {detail}',
  eventOpened: 'Anfrage gestellt',
  eventOpenedWhere:
    '{source, select, sign_in {bei der Anmeldung} session {aus der eigenen Sitzung} disable {aus den eigenen Einstellungen} staff {nach einem Anruf} attestation {weil ein anderes System fragt} other {als direkte Zurücksetzung}}',
  eventCodeRenewed: 'Erneut gestellt, mit neuem Anfragecode',
  eventElsewhere: 'aus einem anderen Browser oder Netzwerk',
  eventClaimed: 'Übernommen',
  eventTakenOver: 'An sich genommen',
  eventLapsed: 'Niemand arbeitet mehr daran',
  eventLapsedBy: '{name}, 15 Minuten nach der letzten Handlung',
  eventManagerAsked: 'Führungskraft gefragt',
  eventManagerAskedNamed: '{name} um Bestätigung gebeten',
  reportAttack: 'Angriff melden',
  reportAttackTitle: 'Angriff auf {name} melden?',
  reportAttackMeans:
    'Die Anfrage wird angehalten, nichts wird zurückgesetzt. Alle Sicherheitsbeauftragten werden sofort benachrichtigt; {name} und wer anruft, erfahren nichts davon.',
  reportAttackWhy: 'Geben Sie in einem Satz an, was Ihnen verdächtig vorkam.',
  attackReportedTitle: 'Angriff gemeldet',
  attackReportedMeans:
    'Die Sicherheitsbeauftragten wissen Bescheid, und diese Anfrage ist angehalten. Sprechen Sie mit {name} unter einer hinterlegten Nummer und lehnen Sie sie dann ab. Weiter geht sie nur, wenn {name} bei der Anmeldung sagt, dass sie echt ist.',
  pausedAfterReport:
    'Angehalten, bis sie abgelehnt ist oder {name} bei der Anmeldung sagt, dass sie echt ist.',
  pausedForAnswer: 'Angehalten, bis {name} bei der Anmeldung sagt, ob die Anfrage echt ist.',
  eventAttackReported: 'Angriff gemeldet',
  eventDecisionAsked: 'Um Entscheidung gebeten',
  eventDecisionAskedOf: '{count, plural, one {# Person benachrichtigt} other {# Personen benachrichtigt}}',
  eventPaused: 'Angehalten: Ein gültiger Code wurde eingegeben',
  eventPausedWhy: 'die Person wird gefragt, ob die Anfrage von ihr ist',
  eventResumed: 'Die Person sagt: Ja, ich habe darum gebeten',
  eventCheck:
    '{outcome, select, pass {{check}: bestanden} fail {{check}: nicht bestanden} other {{check}: nicht erreicht}}',
  eventCheckUnknown: 'Prüfung',
  eventNumberEnding: 'Nummer mit den Endziffern {ending}',
  eventApproved: 'Genehmigt',
  eventApprovedFirst: 'Genehmigt, 1 von 2',
  eventDenied: 'Abgelehnt',
  eventHoldStopped: 'In der Wartezeit gestoppt',
  eventSuspectedAttack: 'als mutmaßlicher Angriff gekennzeichnet',
  eventCancelled: 'Abgebrochen',
  eventCancelledWhy:
    '{because, select, suspended {die Person wurde suspendiert} mfa_off {MFA war schon inaktiv} recover {auf dem Rechner des Servers wiederhergestellt} other {aus einem anderen Grund}}',
  eventVetoed: 'Gestoppt: „Das war ich nicht“',
  eventExpired: 'Abgelaufen',
  eventSentBack: 'Zurückgegeben: Die Nachweise genügen nicht mehr',
  eventCompleted: 'MFA zurückgesetzt',
  eventActivationToHandOver: 'Aktivierungscode zur persönlichen Übergabe',
  eventActivationMailed: 'Aktivierungscode per E-Mail gesendet',

  // Am Tor vorbei
  outsideTitle: 'Am Tor vorbei',
  outsideLead: 'Faktoren, die in verbundenen Systemen ohne Anfrage hier entfernt oder hinzugefügt wurden.',
  outsideNone: 'Nichts ist am Tor vorbei geschehen',
  outsideNoneWhy: 'Zu jeder Änderung eines Faktors durch die Administration dort gab es hier eine Anfrage.',
  outsideNotWatched:
    'Noch wird kein System beobachtet. Es beginnt binnen einer Minute, nachdem unter Einstellungen eines verbunden wurde.',
  outsideConnect: 'System verbinden',
  outsideAllHere: 'Seit {since} ging jede Zurücksetzung in {system} hier hindurch.',
  outsideFound:
    'Seit {since} {count, plural, one {ging # Änderung in {system}} other {gingen # Änderungen in {system}}} nicht hier hindurch.',
  outsideShowAll: 'Die aller Systeme zeigen',
  outsideUnread: ' Seit {at} wurde nichts gelesen: {problem}',
  outsideNeverRead: '{system} wurde noch nie gelesen: {problem}',
  outsideWhat: '{act, select, removed {Faktor in {system} entfernt} other {Faktor in {system} hinzugefügt}}',
  outsideOpen: 'Nicht erklärt',
  outsideHalf: 'Von einer Person erklärt, zwei nötig',
  outsideExplained: 'Erklärt',
  outsideReported: 'Gemeldet',
  outsideWhose: 'Wessen',
  outsideNobodys: 'Niemand hier',
  outsideAccount: 'Konto',
  outsideUnknown: 'unbekannt',
  outsideFactor: 'Faktor',
  outsideFactorId: 'Das Protokoll nennt nur seine ID: {id}',
  outsideFactorUnnamed: 'Das Protokoll nennt ihn nicht',
  outsideBy: 'Durch wen',
  outsideByOurs: 'Jemanden mit dem Geheimnis, das hier aufbewahrt wird',
  outsideByUnknown: 'Nicht bekannt: Dieses System führt kein Protokoll',
  outsideWhen: 'Wann',
  outsideBetween: 'Zwischen {from} und {to}',
  outsideHow: 'Woher man es weiß',
  outsideByLog:
    '{address, select, none {Aus dem Protokoll des Systems} other {Aus dem Protokoll des Systems, von {address}}}',
  outsideByComparison: 'Durch Vergleichen, was dort stand',
  outsideNote:
    '{kind, select, explained {{name} hat es erklärt, {at}: {note}} break_glass {{name} hat es als Notfallzugriff erklärt, {at}: {note}} other {{name} hat es gemeldet, {at}: {note}}}',
  outsideExplain: 'Erklären',
  outsideReport: 'Melden',
  outsideExplainTitle: 'Erklären, was in {system} getan wurde?',
  outsideExplainMeans:
    'Sagen Sie, warum es dort von Hand getan wurde und woher Sie es wissen. Es bleibt mit Ihrem Namen im Protokoll.',
  outsideReportTitle: 'Melden, was in {system} getan wurde?',
  outsideReportMeans:
    'Alle Sicherheitsbeauftragten erfahren es sofort. Rückgängig gemacht wird dadurch nichts.',
  outsideNoteMissing: 'Sagen Sie es in einem Satz: Andere lesen es später.',
  outsideBreakGlass: 'Es war ein Notfallzugriff',
  outsideBreakGlassHelper:
    'Das Tor war nicht erreichbar, und es konnte nicht warten. Noch jemand von der Sicherheit muss es erklären.',
  outsideExplainedNow: 'Die Erklärung ist festgehalten.',
  outsideReportedNow: 'Es ist gemeldet. Die Sicherheitsbeauftragten wissen es.',
  endAccess: 'Sitzungen beenden und neues Passwort verlangen',
  eventNewPasswordAsked: 'Überall abgemeldet, neues Passwort verlangt',
  eventSignedOut: 'Überall abgemeldet',
});
