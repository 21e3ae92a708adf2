import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { createUnsaved, LeavingContext, type Unsaved } from './unsaved.ts';
import { t } from './words.ts';

// Whoever signs in has nothing to lose, and doesn't wait for it.
const load = () => import('./ConfirmDialog.tsx');
const Question = lazy(async () => ({ default: (await load()).ConfirmDialog }));

interface Asked {
  title: string;
  act: () => void;
}

/**
 * Around all pages, once: the router asks one only. Asks before what `useUnsaved` holds is left, and where the page stays, as in
 * a filter that changes its address, asks nothing.
 */
export function AskBeforeLeaving({ children }: { children: ReactNode }) {
  const [isHeld, setHeld] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [leaving] = useState(() => {
    const made = createUnsaved(setHeld);
    const hold = (title: string) => {
      // Fetched while there is a line to fetch it by.
      void load().catch(() => undefined);
      return made.hold(title);
    };
    const unsaved = { ...made, hold };
    return {
      unsaved,
      leave: (act: () => void) => {
        const title = unsaved.question();
        if (title === undefined) act();
        else setAsked({ title, act });
      },
    };
  });
  return (
    <LeavingContext value={leaving}>
      {children}
      {(isHeld || asked) && (
        <Asking unsaved={leaving.unsaved} asked={asked} onAnswered={() => setAsked(null)} />
      )}
    </LeavingContext>
  );
}

interface AskingProps {
  unsaved: Unsaved;
  asked: Asked | null;
  onAnswered: () => void;
}

/** Only while there is something to lose: the router complains of whoever blocks while an address is typed into the browser's bar. */
function Asking({ unsaved, asked, onAnswered }: AskingProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && unsaved.question() !== undefined,
  );
  const go = () => {
    unsaved.forget();
    asked?.act();
    onAnswered();
    blocker.proceed?.();
  };
  const stay = () => {
    onAnswered();
    blocker.reset?.();
  };
  if (blocker.state !== 'blocked' && !asked) return null;
  return (
    <Suspense fallback={null}>
      <Question
        open
        title={asked?.title ?? unsaved.question() ?? t('leaveWithoutSaving')}
        confirmLabel={t('leaveAndLose')}
        danger
        onConfirm={go}
        onClose={stay}
      >
        {t('notSaved')}
      </Question>
    </Suspense>
  );
}
