import type { words as english } from '../../en/answers/jobs.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  noSuchJob: 'Einen solchen Auftrag gibt es nicht.',
  mayNot: 'Ihre Rollen erlauben das nicht für viele Personen.',
  whom: 'Geben Sie an, für wen: für alle eines Filters oder für einige nach ID; nicht beides.',
  nobody: 'Es gibt niemanden, für den das ginge.',
  typeNumber:
    'Das betrifft {count, plural, one {# Person} other {# Personen}}. Geben Sie diese Zahl ein, um fortzufahren.',
  mergeMissing: 'Geben Sie an, welche Abteilung es ist und wie sie künftig heißt.',
  mergeUnfinished:
    '„{from}“ wird gerade in „{into}“ umbenannt, und es gehören noch Personen dazu. Schließen Sie das erst ab, oder benennen Sie zurück.',
  mergeSame: 'So heißt sie schon.',
  notThere: 'Gehört nicht mehr zu dieser Abteilung.',
  departmentMissing: 'Geben Sie an, in welche Abteilung sie wechseln; null ist keine.',
  exemptionMissing: 'Geben Sie an, warum sie ausgenommen sind, wer dafür einsteht und bis wann.',
  notUndoable: 'Was dieser Auftrag getan hat, lässt sich nicht rückgängig machen.',
  undoneBefore: 'Was dieser Auftrag getan hat, wurde schon rückgängig gemacht.',
  stillRuns: 'Dieser Auftrag ist noch nicht zu Ende. Halten Sie ihn zuerst an.',
  itself: 'Niemand tut das für das eigene Konto.',
  staff: 'Hat eine Verwaltungsrolle: Das geschieht auf der Seite der Person, einzeln.',
  sensitive: 'Ist besonders geschützt: Das geschieht auf der Seite der Person, einzeln.',
  suspendedAlready: 'Ist schon suspendiert.',
  activeAlready: 'Ist nicht suspendiert.',
  thereAlready: 'Ist schon in dieser Abteilung.',
  isSuspended: 'Ist suspendiert. Geben Sie das Konto zuerst wieder frei.',
  hasPassword: 'Kann sich schon anmelden und braucht keine Einladung.',
  frees:
    'Die Richtlinie verlangt von ihnen Multi-Faktor-Authentifizierung, in dieser Abteilung von niemandem: Wechseln Sie die Abteilung auf der Seite der Person, wo Sie das bestätigen.',
  external: 'Meldet sich nur über SSO an und wird hier nie nach MFA gefragt.',
  gone: 'Wurde inzwischen entfernt.',
  sentLately:
    'Hat schon einen Link bekommen, und Sie haben in der letzten Stunde {most, number} davon noch einmal gesendet. Senden Sie den nächsten in einer Stunde.',
  notExempt: 'Ist nicht mehr ausgenommen.',
  exemptAlready: 'Ist schon ausgenommen.',
  exemptionsFull: 'Die Richtlinie fasst höchstens {most, number} Ausnahmen.',
  frozenNow: 'Neue Einrichtungen sind eingefroren. Senden Sie die Einladungen, wenn das vorbei ist.',
  lacksAddress: 'Einladungen können noch nicht ankommen: Die öffentliche Adresse fehlt.',
  lacksServer: 'Einladungen können noch nicht ankommen: Es gibt keinen Mailserver.',
  lacksTest: 'Einladungen können noch nicht ankommen: Noch keine Test-E-Mail ging durch den Mailserver.',
  lacksRoute:
    'E-Mails gehen seit weniger als sieben Tagen einen anderen Weg. Bis dahin würden Einladungen länger warten, als ihre Links gelten.',
  lostRights: '{name} darf das nicht mehr; deshalb wurde der Auftrag angehalten.',
  failed: 'Auf dem Server ging etwas schief; deshalb wurde der Auftrag angehalten. Was getan wurde, bleibt.',
  notReached: 'Nicht erreicht.',
});
