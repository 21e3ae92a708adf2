import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Job } from '../../../contract/operations/jobs.ts';
import { useWrite } from '../../data/useWrite.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../words.ts';

interface Props {
  invitations: OutputOf<'invitations.get'>;
  onBegun: (job: Job) => void;
  onClose: () => void;
}

/** Sends invitations that are drafts: all, or one department's. */
export function SendDialog({ invitations: { draft, departments }, onBegun, onClose }: Props) {
  // A select can't tell "all" from "without one" by an empty value.
  const [chosen, setChosen] = useState('');
  const department = chosen === '' ? undefined : chosen.slice(1);
  const count = departments.find(({ name }) => name === department)?.count ?? draft;
  const send = useWrite('invitations.send', {
    onDone: ({ job }) => {
      onBegun(job);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('sendInvitationsAsk', { count })}
      confirmLabel={t('sendInvitations', { count })}
      busy={send.isPending}
      error={send.error?.refusal}
      onConfirm={() => send.mutate(department === undefined ? {} : { department })}
      onClose={onClose}
    >
      <p>{t('sendInvitationsOutcome')}</p>
      {departments.length > 1 && (
        <SelectField
          label={t('invitationsOf')}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          options={[
            { value: '', label: t('everybodysDrafts', { count: draft }) },
            ...departments.map(({ name, count: some }) => ({
              value: `=${name}`,
              label: t('departmentsDrafts', { department: name || t('noDepartmentDrafts'), count: some }),
            })),
          ]}
        />
      )}
    </ConfirmDialog>
  );
}
