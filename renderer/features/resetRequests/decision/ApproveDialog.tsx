import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { counted } from '../../../ui/time.ts';
import { useToast } from '../../../ui/Toasts.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';

/** Asks once before a reset, with what follows from it. The step-up comes over it, and nothing typed is lost. */
export function ApproveDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const { user, approvals, tier } = request;
  const toast = useToast();
  const [note, setNote] = useState('');
  const { data: policy } = useRead('policy.get', {});
  const rule = policy?.tiers[tier];
  const isFirst = rule?.deciders === 'two' && approvals.length === 0;
  const hold = rule?.holdHours ?? 0;
  const approve = useRequestWrite('resetRequests.approve', () => {
    toast(doneWords(user.name, isFirst, hold));
    onClose();
  });
  return (
    <ConfirmDialog
      open
      title={`Reset MFA for ${user.name}?`}
      confirmLabel={isFirst ? 'Approve, first of two' : 'Approve and reset'}
      busy={approve.isPending}
      error={approve.error?.refusal}
      onConfirm={() => approve.mutate({ id: request.id, ...(note.trim() && { note: note.trim() }) })}
      onClose={onClose}
    >
      <Box component="ul" sx={{ pl: 5, mt: 1, mb: 4, '& li': { mb: 1 } }}>
        {isFirst && <li>A second person has to approve it too; nothing happens before that.</li>}
        {!isFirst && hold > 0 && (
          <li>
            It happens by itself {counted(hold, 'hour')} after {user.name} was told. Until then they can stop
            it.
          </li>
        )}
        <li>The authenticator is removed and every session ends. The password stays as it is.</li>
        <li>
          A mail goes out with instructions and the checks that were recorded. To set up again, {user.name}{' '}
          needs the activation code, once and within 24 hours.
        </li>
      </Box>
      <Field
        label="Note"
        optional
        multiline
        value={note}
        onChange={(event) => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
      />
    </ConfirmDialog>
  );
}

function doneWords(name: string, isFirst: boolean, hold: number): string {
  if (isFirst) return 'Approved. A second person has to approve it too.';
  return hold > 0 ? `Approved. ${name}’s MFA is reset when the hold ends.` : `${name}’s MFA was reset.`;
}
