import { useState } from 'react';
import { CHECK_KINDS } from '../../../../contract/checks.ts';
import type { CheckKind } from '../../../../contract/checks.ts';
import { keep, recall } from './kept.ts';

const keyOf = (userId: string, requestId: string, kind: CheckKind) =>
  `gatehouse-check-note-${userId}-${requestId}-${kind}`;

/** The note of a check that is not recorded yet, as this computer kept it for this person. */
export function draftNote(userId: string, requestId: string, kind: CheckKind): string {
  const kept = recall(keyOf(userId, requestId, kind));
  return typeof kept === 'string' ? kept : '';
}

export function keepDraftNote(userId: string, requestId: string, kind: CheckKind, note: string): void {
  keep(keyOf(userId, requestId, kind), note === '' ? null : note);
}

/** Once a request is decided no check of it is recorded any more. */
export function forgetDraftNotes(userId: string, requestId: string): void {
  for (const kind of CHECK_KINDS) keepDraftNote(userId, requestId, kind, '');
}

/** The note of one check while it is typed: kept on this computer until the check is recorded. */
export function useDraftNote(userId: string, requestId: string, kind: CheckKind) {
  const [note, setNote] = useState(() => draftNote(userId, requestId, kind));
  return {
    note,
    change: (next: string) => {
      setNote(next);
      keepDraftNote(userId, requestId, kind, next);
    },
    forget: () => keepDraftNote(userId, requestId, kind, ''),
  };
}
