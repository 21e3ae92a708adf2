import { useState } from 'react';
import { CHECK_KINDS } from '../../../../contract/checks.ts';
import type { CheckKind } from '../../../../contract/checks.ts';
import { keepDraft, recallDraft } from '../../../data/drafts.ts';
import { useMe } from '../../../data/me.ts';

const nameOf = (requestId: string, kind: CheckKind) => `check-note-${requestId}-${kind}`;

/** The note of a check that is not recorded yet, as this computer kept it for this session. */
export function draftNote(session: string, requestId: string, kind: CheckKind): string {
  const kept = recallDraft(session, nameOf(requestId, kind));
  return typeof kept === 'string' ? kept : '';
}

export function keepDraftNote(session: string, requestId: string, kind: CheckKind, note: string): void {
  keepDraft(session, nameOf(requestId, kind), note === '' ? null : note);
}

/** Once a request is decided no check of it is recorded any more. */
export function forgetDraftNotes(session: string, requestId: string): void {
  for (const kind of CHECK_KINDS) keepDraftNote(session, requestId, kind, '');
}

/** The note of one check while it is typed: kept on this computer until the check is recorded, or the session is over. */
export function useDraftNote(requestId: string, kind: CheckKind) {
  const session = useMe().session.id;
  const [note, setNote] = useState(() => draftNote(session, requestId, kind));
  return {
    note,
    change: (next: string) => {
      setNote(next);
      keepDraftNote(session, requestId, kind, next);
    },
    forget: () => keepDraftNote(session, requestId, kind, ''),
  };
}
