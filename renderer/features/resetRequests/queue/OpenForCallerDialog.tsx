import { useState } from 'react';
import type { Person } from '../../../../contract/schemas.ts';
import { OpenRequestDialog } from '../../../shared/OpenRequestDialog.tsx';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';

/** Opens a request for someone who calls and can't get to the sign-in screen. */
export function OpenForCallerDialog({ onClose }: { onClose: () => void }) {
  const [person, setPerson] = useState<Person | null>(null);
  return (
    <OpenRequestDialog
      title="Open a request for a caller"
      userId={person?.id ?? null}
      noteHelper="Which number called, what they said."
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>
            Quicker and safer is the sign-in screen: there the caller proves to know the password and gets a
            request code. Without that, policy asks for more evidence. The person is told by mail at once.
          </p>
          <PersonPicker
            label="Who the caller says they are"
            value={person}
            onChange={setPerson}
            error={isAsked && !person ? 'Choose the person.' : undefined}
          />
        </>
      )}
    </OpenRequestDialog>
  );
}
