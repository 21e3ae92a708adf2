import { createContext, useContext, useEffect } from 'react';
import { t } from './words.ts';

/** What was typed on the page and is nowhere else yet. */
export interface Unsaved {
  /** From now until what it returns is called, nobody leaves unasked. @param title the question */
  hold: (title: string) => () => void;
  /** They said that it may go. */
  forget: () => void;
  /** The question to ask; undefined while nothing would be lost. */
  question: () => string | undefined;
}

/** One for a page: the browser asks before it closes the window while anything is held. @param onChange told whether anything is */
export function createUnsaved(onChange: (isHeld: boolean) => void): Unsaved {
  const held = new Set<{ title: string }>();
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const listen = () => {
    if (held.size > 0) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
    onChange(held.size > 0);
  };
  return {
    hold: (title) => {
      const one = { title };
      held.add(one);
      listen();
      return () => {
        held.delete(one);
        listen();
      };
    },
    forget: () => {
      held.clear();
      listen();
    },
    question: () => [...held].at(-1)?.title,
  };
}

interface Leaving {
  unsaved: Unsaved;
  /** Goes on at once where nothing would be lost, else once they said that it may. */
  leave: (act: () => void) => void;
}

export const LeavingContext = createContext<Leaving | null>(null);

/** Whoever leaves the page is asked first while this would be lost: by a link, the back button, signing out or the window's cross. */
export function useUnsaved(when: boolean, title: string = t('leaveWithoutSaving')): void {
  const unsaved = useContext(LeavingContext)?.unsaved;
  useEffect(() => (when ? unsaved?.hold(title) : undefined), [unsaved, when, title]);
}

/** For what was typed in a form that leads elsewhere once the server took it: nobody is asked about it any more. */
export function useTaken(): () => void {
  const leaving = useContext(LeavingContext);
  return () => leaving?.unsaved.forget();
}

/** For acts that take somebody away from what they typed without another address. */
export function useLeave(): (act: () => void) => void {
  const leaving = useContext(LeavingContext);
  return (act) => (leaving ? leaving.leave(act) : act());
}
