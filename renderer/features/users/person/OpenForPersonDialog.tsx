import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { OpenRequestDialog } from '../../../shared/OpenRequestDialog.tsx';

/** On behalf of a caller: the request then goes its ordinary way, at a tier that asks for more evidence. */
export function OpenForPersonDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  return (
    <OpenRequestDialog
      title={`Open a reset request for ${user.name}?`}
      userId={user.id}
      noteHelper="Who called, from where, what they said."
      onClose={onClose}
    >
      {() => (
        <p>
          They are told by mail at once. Nothing is reset before the evidence that policy asks for is
          recorded, and it asks for more because nobody proved to know the password.
        </p>
      )}
    </OpenRequestDialog>
  );
}
