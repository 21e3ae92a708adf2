import { useState, type FormEvent } from 'react';
import { useUnsaved } from './unsaved.ts';

interface TypedGuard {
  /** For what the fields stand in: hears when something is typed. */
  onInput: (event: FormEvent) => void;
  /** Escape, the cross, a click beside it: closes where nothing was typed; a click beside it is no answer to more. */
  leave: (reason?: 'backdropClick' | 'escapeKeyDown') => void;
  /** Whether to ask if what was typed may go. */
  isAsking: boolean;
  /** It stays. */
  stay: () => void;
}

/** Codes and passwords are typed again in a moment, and are nothing to keep. */
const isSecret = (field: HTMLInputElement | HTMLTextAreaElement) =>
  field.type === 'password' || field.autocomplete === 'one-time-code';

/**
 * What every dialog does about what was typed in it, so that a slip of a key loses none of it.
 *
 * @param isDone it is on its way to the server, and may lead to another page from there
 */
export function useTypedGuard(isOpen: boolean, onClose: () => void, isDone = false): TypedGuard {
  const [isTyped, setTyped] = useState(false);
  const [isAsking, setAsking] = useState(false);
  if (!isOpen && (isTyped || isAsking)) {
    setTyped(false);
    setAsking(false);
  }
  useUnsaved(isTyped && !isDone);
  return {
    onInput: ({ target }) => {
      const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (isText && !isSecret(target)) setTyped(true);
    },
    leave: (reason) => {
      if (!isTyped || isDone) onClose();
      else if (reason !== 'backdropClick') setAsking(true);
    },
    isAsking,
    stay: () => setAsking(false),
  };
}
