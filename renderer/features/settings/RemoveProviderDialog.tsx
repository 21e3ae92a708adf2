import type { SsoProvider } from '../../../contract/operations/sso.ts';
import { useWrite } from '../../data/useWrite.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { t } from './words.ts';

/** Asks once before a provider goes, with everything that hangs on it. */
export function RemoveProviderDialog({ provider, onClose }: { provider: SsoProvider; onClose: () => void }) {
  const { id, name, linked } = provider;
  const toast = useToast();
  const remove = useWrite('settings.sso.remove', {
    onDone: () => {
      toast(t('providerRemoved', { provider: name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('removeTitle', { provider: name })}
      confirmLabel={t('removeProvider')}
      busy={remove.isPending}
      error={remove.error?.refusal}
      onConfirm={() => remove.mutate({ id })}
      onClose={onClose}
    >
      {t('removeMeaning', { count: linked })}
    </ConfirmDialog>
  );
}
