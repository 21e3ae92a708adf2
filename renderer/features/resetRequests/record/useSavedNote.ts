import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useTransport } from '../../../data/context.ts';
import { keepDraft, recallDraft } from '../../../data/drafts.ts';

const AFTER_TYPING = 700;
const LONGEST_WAIT = 30_000;

type Saving =
  | { state: 'saved'; at: string | null }
  | { state: 'saving' }
  /** Kept on this computer and tried again by itself. */
  | { state: 'waiting'; sentence: string }
  | { state: 'refused'; sentence: string };

/** What the server hasn't taken yet, with what it had when that was typed. */
interface Kept {
  base: string;
  text: string;
}

/** What this computer kept, on top of what a colleague wrote meanwhile: neither is lost. */
function recalled(session: string, name: string, staffNote: string): string {
  const kept = recallDraft(session, name) as Partial<Kept> | null;
  if (typeof kept?.text !== 'string' || typeof kept.base !== 'string') return staffNote;
  return mergedNote({ base: kept.base, text: kept.text }, staffNote);
}

/** Both texts where both changed, unless one has the other in it; else the one that did. */
export function mergedNote({ base, text }: Kept, staffNote: string): string {
  if (staffNote === base || (text !== base && text.includes(staffNote))) return text;
  return text === base || staffNote.includes(text) ? staffNote : `${staffNote}\n${text}`;
}

/** The server has taken a text: what was typed since then stays kept, on top of it. */
export function afterSaving(kept: unknown, saved: string): Kept | null {
  const { text } = (kept ?? {}) as Partial<Kept>;
  return typeof text === 'string' && text !== saved ? { base: saved, text } : null;
}

/**
 * The staff's note, saved while it is typed. What the server hasn't taken yet is kept on this computer for as long as the
 * session lasts, and tried again until it has: a dropped line or a closed window loses nothing.
 */
export function useSavedNote({ id, staffNote }: ResetRequest, session: string, canSave: boolean) {
  const transport = useTransport();
  const client = useQueryClient();
  const draft = `note-${id}`;
  const [text, setText] = useState(() => (canSave ? recalled(session, draft, staffNote) : staffNote));
  const [onServer, setOnServer] = useState(staffNote);
  const [heard, setHeard] = useState(staffNote);
  const [failures, setFailures] = useState(0);
  const [isHurried, setHurried] = useState(false);
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: null });
  const isBusy = saving.state === 'saving';
  const isUnsaved = text !== onServer;

  // A colleague's words come in while there are none of one's own that would be lost by it.
  if (heard !== staffNote) {
    setHeard(staffNote);
    setOnServer(staffNote);
    if (!isUnsaved) setText(staffNote);
  }

  const save = useEffectEvent(async () => {
    setSaving({ state: 'saving' });
    setHurried(false);
    const result = await transport.call('resetRequests.saveNote', { id, note: text });
    if (result.ok) {
      setFailures(0);
      setHeard(text);
      setOnServer(text);
      setSaving({ state: 'saved', at: result.data.savedAt });
      keepDraft(session, draft, afterSaving(recallDraft(session, draft), text));
      client.setQueryData<ResetRequest>(
        ['resetRequests.get', { id }],
        (request) => request && { ...request, staffNote: text },
      );
      return;
    }
    const { status, code, detail } = result.error;
    // Somebody else may be next at this computer: to the sign-in screen, and nothing is kept.
    if (code === 'not_signed_in') void client.invalidateQueries({ queryKey: ['me.get'] });
    const passes = status >= 500 || status === 429;
    setFailures((count) => count + 1);
    setSaving({ state: passes ? 'waiting' : 'refused', sentence: detail });
  });

  const isRefused = saving.state === 'refused';
  useEffect(() => {
    if (!canSave || !isUnsaved || isBusy || isRefused) return;
    const wait = isHurried ? 0 : failures === 0 ? AFTER_TYPING : Math.min(LONGEST_WAIT, 1000 * 2 ** failures);
    const timer = setTimeout(() => void save(), wait);
    const now = () => void save();
    window.addEventListener('online', now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', now);
    };
  }, [canSave, isUnsaved, isBusy, isRefused, isHurried, failures]);

  const flush = useEffectEvent(() => {
    if (!canSave || !isUnsaved || isRefused) return;
    void transport.call('resetRequests.saveNote', { id, note: text }).then((result) => {
      if (result.ok) keepDraft(session, draft, afterSaving(recallDraft(session, draft), text));
    });
  });
  useEffect(() => () => flush(), []);

  return {
    text,
    change: (next: string) => {
      setText(next);
      keepDraft(session, draft, { base: onServer, text: next });
      if (isRefused) setSaving({ state: 'saved', at: null });
    },
    isUnsaved,
    saving,
    tryNow: () => setFailures(0),
    /** At once, for whoever leaves the field, maybe to sign out. */
    saveNow: () => setHurried(isUnsaved),
  };
}
