import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { t } from './words.ts';

interface Props {
  /** Whether something would be lost. */
  when: boolean;
  title?: string;
}

/** Asks before a page with unsaved changes is left, by a link, the back button or the window's cross. */
export function UnsavedGuard({ when, title = t('leaveWithoutSaving') }: Props) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={title}
      confirmLabel={t('leaveAndLose')}
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      {t('notSaved')}
    </ConfirmDialog>
  );
}
