import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { OpenRequestDialog } from '../../../shared/OpenRequestDialog.tsx';
import { t } from '../words.ts';

/** On behalf of a caller: the request then goes its ordinary way, at a tier that asks for more evidence. */
export function OpenForPersonDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  return (
    <OpenRequestDialog
      title={t('openRequestFor', { name: user.name })}
      userId={user.id}
      noteHelper={t('openRequestNote')}
      onClose={onClose}
    >
      {() => <p>{t('openRequestOutcome')}</p>}
    </OpenRequestDialog>
  );
}
