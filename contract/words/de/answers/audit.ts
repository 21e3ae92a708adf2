import type { words as english } from '../../en/answers/audit.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  noSuchTimeWrite: 'Diesen Zeitpunkt gibt es nicht. Schreiben Sie ihn wie 2026-11-24T10:00:00Z.',
  noSuchTime: 'Diesen Zeitpunkt gibt es nicht.',
  noSuchEvent: 'Dieses Ereignis gibt es nicht.',

  // What is wrong at an event
  follows: 'Dieses Ereignis folgt nicht auf das vorige.',
  changed: 'Dieses Ereignis wurde geändert, nachdem es geschrieben war.',
  notSealed:
    'Dieses Ereignis wurde nicht von diesem Server geschrieben: Ihm fehlt das Siegel seines Schlüssels.',
  endedElsewhere: 'Vor diesem Ereignis endete das Protokoll nicht dort, wo der Server es verlassen hatte.',
  missingFrom: 'Vor diesem Ereignis fehlen Ereignisse, ab Nummer {first, number}.',
  twice: 'Dieses Ereignis ist doppelt oder in falscher Reihenfolge vorhanden.',

  // What is wrong with the end
  endMoved:
    'Das Protokoll endet nicht dort, wo es enden sollte: Ereignisse wurden abgeschnitten oder hinzugefügt.',
  endNotSealed:
    'Dem Ende des Protokolls fehlt das Siegel des Schlüssels dieses Servers: Es wurde abgeschnitten oder verschoben.',

  // What checkpoints say
  notTheSigned: 'Das Protokoll bis hierher ist nicht das, das signiert wurde.',
  notAllHere:
    'Ein signierter Prüfpunkt kennt {count, plural, one {# Ereignis, das hier fehlt} other {# Ereignisse, die hier nicht alle vorhanden sind}}.',
  keyUnknown: 'Ein Prüfpunkt ist mit Schlüssel {version} signiert, der hier nicht bekannt ist.',
  checkpointChanged: 'Ein Prüfpunkt wurde geändert, nachdem er signiert war.',
  fileMissing:
    'Die Datei {file} fehlt; {due, plural, one {# Prüfpunkt sollte} other {# Prüfpunkte sollten}} darin sein.',
  checkpointsMissing:
    'Von {due, plural, one {# Prüfpunkt} other {# Prüfpunkten}} {missing, plural, one {fehlt #} other {fehlen #}} (Ort: {place}), der erste ist Nummer {first, number}.',
  theDatabase: 'Datenbank',
  thisExport: 'dieser Export',
  nothingSigned:
    'Ab diesem Ereignis ist nichts signiert, obwohl es über eine Stunde alt ist. Wenn der Server plötzlich beendet wurde, starten Sie ihn, warten Sie eine Minute und prüfen Sie noch einmal.',
  lineUnreadable: 'Zeile {line, number} von {file} kann nicht gelesen werden.',

  // What is wrong with an export
  notAnExport: 'Das ist kein Export des Prüfprotokolls im Format jsonl.',
  aPart:
    'Das ist ein Teil des Prüfprotokolls, durch Filter gewählt, und ob in einem Teil etwas fehlt, lässt sich nicht prüfen. Exportieren Sie das ganze Protokoll: Prüfprotokoll > Exportieren, ohne Filter.',
  lineUnlikeExport: 'Zeile {line, number} ist nicht so, wie ein Export sie hat.',
  endByAnotherKey: 'Das Ende des Exports ist nicht mit dem Schlüssel signiert, den Sie genannt haben.',
  endNotSigned: 'Das Ende des Exports ist nicht signiert.',

  // What can’t be known
  putBackCompare:
    'Ob die ganze Datenbank auf einen früheren Stand zurückgesetzt wurde: Vergleichen Sie den neuesten Prüfpunkt bei {place} mit Nummer {made, number}, dem neuesten hier.',
  putBack:
    'Ob die ganze Datenbank auf einen früheren Stand zurückgesetzt wurde: Außerhalb von ihr ist kein Prüfpunkt aufbewahrt. Nennen Sie einen Ort mit --checkpoint-to.',
  afterExport: 'Was geschah, nachdem dieser Export erstellt war ({at}).',
  cutOffAtEnd:
    'Ob am Ende Ereignisse abgeschnitten wurden: Dieser Export stammt von einem Gatehouse, das das Ende von Exporten noch nicht signiert hat.',
});
