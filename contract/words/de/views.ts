import type { words as english } from '../en/views.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({
  savedViews: 'Gespeicherte Ansichten',
  noneYet: 'Noch keine gespeicherten Ansichten dieser Liste',
  saveThis: 'Diese Ansicht speichern …',
  manage: 'Umbenennen oder löschen …',
  saveTitle: 'Diese Ansicht speichern',
  saveMeans: 'Filter und Reihenfolge werden gespeichert, auf jedem Gerät, nur für Sie.',
  name: 'Name',
  nameMissing: 'Geben Sie der Ansicht einen Namen.',
  save: 'Ansicht speichern',
  saved: 'Die Ansicht wurde gespeichert.',
  nothingToSave: 'Zum Speichern einer Ansicht zuerst filtern oder sortieren',
  replace: 'Ersetzen',
  replaceMeans:
    'Eine Ansicht mit diesem Namen gibt es schon. Ersetzen speichert die Liste, wie sie jetzt ist.',
  replaced: 'Ansicht ersetzt: {name}',
  rename: 'Umbenennen',
  renameOf: '{name} umbenennen',
  renameTitle: 'Ansicht umbenennen',
  renamed: 'Die Ansicht wurde umbenannt.',
  deleteIt: 'Löschen',
  deleteOf: '{name} löschen',
  deleted: 'Ansicht gelöscht: {name}',
  undo: 'Rückgängig',
  close: 'Schließen',
});
