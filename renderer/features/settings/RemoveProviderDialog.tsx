import type { SsoProvider } from '../../../contract/operations/sso.ts';
import { useWrite } from '../../data/useWrite.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { counted } from '../../ui/time.ts';
import { useToast } from '../../ui/Toasts.tsx';

/** Asks once before a provider goes, with everything that hangs on it. */
export function RemoveProviderDialog({ provider, onClose }: { provider: SsoProvider; onClose: () => void }) {
  const { id, name, linked } = provider;
  const toast = useToast();
  const remove = useWrite('settings.sso.remove', {
    onDone: () => {
      toast(`${name} was removed.`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={`Remove ${name}?`}
      confirmLabel="Remove provider"
      busy={remove.isPending}
      error={remove.error?.refusal}
      onConfirm={() => remove.mutate({ id })}
      onClose={onClose}
    >
      {linked === 0
        ? 'Nobody is linked to it.'
        : `The links of ${counted(linked, 'person', 'people')} end, and so do the sessions made by it. They sign in by password then.`}
    </ConfirmDialog>
  );
}
