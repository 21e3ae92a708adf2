import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';

/** Asks once before a system is no longer answered. */
export function StopAnsweringDialog({ system, onClose }: { system: string; onClose: () => void }) {
  const toast = useToast();
  const remove = useWrite('settings.attestor.remove', {
    onDone: (done) => {
      toast('pendingChange' in done ? keptToast(done) : t('answeredNoMore', { system }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('stopAnsweringTitle', { system })}
      confirmLabel={t('stopAnswering')}
      busy={remove.isPending}
      error={remove.error?.refusal}
      onConfirm={() => remove.mutate({})}
      onClose={onClose}
    >
      {t('stopAnsweringMeaning', { system })}
    </ConfirmDialog>
  );
}
