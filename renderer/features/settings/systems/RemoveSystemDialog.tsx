import type { System } from '../../../../contract/operations/systems.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';

/** Asks once before a system goes, with its links. */
export function RemoveSystemDialog({ system, onClose }: { system: System; onClose: () => void }) {
  const { id, name, linked } = system;
  const toast = useToast();
  const remove = useWrite('settings.systems.remove', {
    onDone: (done) => {
      toast('pendingChange' in done ? keptToast(done) : t('systemRemoved', { system: name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('removeSystemTitle', { system: name })}
      confirmLabel={t('removeSystem')}
      busy={remove.isPending}
      error={remove.error?.refusal}
      onConfirm={() => remove.mutate({ id })}
      onClose={onClose}
    >
      {t('removeSystemMeaning', { count: linked, system: name })}
    </ConfirmDialog>
  );
}
