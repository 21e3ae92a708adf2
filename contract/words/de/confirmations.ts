import type { words as english } from '../en/confirmations.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  didYouAsk: 'Haben Sie darum gebeten, Ihre MFA zurückzusetzen? Die Anfrage ruht, bis Sie antworten.',
  handedNotice: '{by} hat Ihnen die Anfrage von {person} weitergegeben.',
  decisionNotice: '{by} wartet auf Ihre Entscheidung über die Anfrage von {person}.',
  open: 'Öffnen',
  openAll: 'Liste öffnen',
  handedNotices:
    '{count, plural, one {# Anfrage wurde an Sie weitergegeben.} other {# Anfragen wurden an Sie weitergegeben.}}',
  decisionNotices:
    '{count, plural, one {# Anfrage wartet auf Ihre Entscheidung.} other {# Anfragen warten auf Ihre Entscheidung.}}',
  confirmationsWait:
    '{count, plural, one {Der Helpdesk bittet Sie, eine Anfrage auf Zurücksetzung aus Ihrem Team zu bestätigen.} other {Der Helpdesk bittet Sie, # Anfragen auf Zurücksetzung aus Ihrem Team zu bestätigen.}}',
  answer: 'Antworten',

  title: 'Anfragen auf Zurücksetzung bestätigen',
  lead: 'Der Helpdesk fragt Sie als hinterlegte Führungskraft oder als deren Vertretung. Sprechen Sie selbst mit der Person, bevor Sie antworten.',
  nothingToConfirm: 'Es gibt nichts zu bestätigen',
  nothingToConfirmWhy: 'Die Anfrage ist schon beantwortet oder erledigt.',

  question: 'Hat {name} um die Zurücksetzung der MFA gebeten?',
  username: 'Benutzername',
  department: 'Abteilung',
  noneOnRecord: 'Nicht hinterlegt',
  reason: 'Angegebener Grund',
  requestMade: 'Anfrage gestellt',
  askedBy: 'Gefragt von',
  askedByAt: '{name}, {at}',
  asDeputy: 'Sie werden gefragt, weil die Führungskraft von {name} nicht geantwortet hat.',
  speakToThem:
    'Sprechen Sie persönlich mit {name} oder rufen Sie eine Nummer an, die Sie schon kannten. Eine E-Mail, ein Chat oder eine Stimme von einer unbekannten Nummer genügt nicht.',
  yes: 'Ja, die Anfrage ist echt',
  no: 'Nein, oder ich weiß es nicht',

  confirmTitle: 'Bestätigen, dass {name} darum gebeten hat?',
  refuseTitle: 'Bestätigung für {name} verweigern?',
  confirm: 'Bestätigen',
  refuse: 'Verweigern',
  confirmMeans:
    'Ihre Antwort zählt mit Ihrem Namen als Nachweis für eine Zurücksetzung. Sie bestätigen sie mit einem Code aus Ihrer Authentifikator-App.',
  refuseMeans:
    'Ihre Antwort bleibt mit Ihrem Namen vermerkt, und es werden weitere Nachweise verlangt. Sie bestätigen sie mit einem Code aus Ihrer Authentifikator-App.',
  note: 'Notiz',
  noteHelper: 'Wie Sie mit der Person gesprochen haben.',
  answerRecorded: 'Ihre Antwort ist eingetragen. Der Helpdesk sieht sie sofort.',
});
