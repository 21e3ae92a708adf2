import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { createUnsaved, LeavingContext } from './unsaved.ts';
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
  const [unsaved] = useState(() => {
    const made = createUnsaved();
    const hold = (title: string) => {
      // Fetched while there is a line to fetch it by.
      void load().catch(() => undefined);
      return made.hold(title);
    };
    return { ...made, hold };
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && unsaved.question() !== undefined,
  );
  const [leaving] = useState(() => ({
    unsaved,
    leave: (act: () => void) => {
      const title = unsaved.question();
      if (title === undefined) act();
      else setAsked({ title, act });
    },
  }));
  const isBlocked = blocker.state === 'blocked';
  const go = () => {
    unsaved.forget();
    asked?.act();
    setAsked(null);
    blocker.proceed?.();
  };
  const stay = () => {
    setAsked(null);
    blocker.reset?.();
  };
  return (
    <LeavingContext value={leaving}>
      {children}
      {(isBlocked || asked) && (
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
      )}
    </LeavingContext>
  );
}
