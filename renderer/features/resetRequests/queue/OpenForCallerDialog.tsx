import { useState } from 'react';
import type { Person } from '../../../../contract/schemas.ts';
import { OpenRequestDialog } from '../../../shared/OpenRequestDialog.tsx';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { t } from '../words.ts';

/** Opens a request for someone who calls and can't get to the sign-in screen. */
export function OpenForCallerDialog({ onClose }: { onClose: () => void }) {
  const [person, setPerson] = useState<Person | null>(null);
  return (
    <OpenRequestDialog
      title={t('openForCallerTitle')}
      userId={person?.id ?? null}
      noteHelper={t('openNoteHelper')}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <p>{t('openForCallerLead')}</p>
          <PersonPicker
            autoFocus
            label={t('whoTheySay')}
            value={person}
            onChange={setPerson}
            error={isAsked && !person ? t('choosePerson') : undefined}
          />
        </>
      )}
    </OpenRequestDialog>
  );
}
