import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { allOf } from '../../../language/intl.ts';
import { useRead } from '../../../data/useRead.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { t } from '../words.ts';

/** Asks once before a reset, with what follows from it. The step-up comes over it, and nothing typed is lost. */
export function ApproveDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const { user, approvals, tier } = request;
  const systems = goingThere(request);
  const toast = useToast();
  const [note, setNote] = useState('');
  const [looked, setLooked] = useState(request.version);
  const { data: policy } = useRead('policy.get', {});
  const rule = policy?.tiers[tier];
  const isFirst = rule?.deciders === 'two' && approvals.length === 0;
  const hold = rule?.holdHours ?? 0;
  const approve = useRequestWrite('resetRequests.approve', () => {
    toast(doneWords(user.name, { isFirst, hold, isElsewhere: systems.length > 0 }));
    onClose();
  });
  /** What was on screen when it was opened; after being told that it has changed, what is there now. */
  function confirm() {
    const version = approve.error?.code === 'stale_version' ? request.version : looked;
    setLooked(version);
    approve.mutate({ id: request.id, version, ...(note.trim() && { note: note.trim() }) });
  }
  return (
    <ConfirmDialog
      open
      title={t('approveTitle', { name: user.name })}
      confirmLabel={isFirst ? t('approveFirst') : t('approveAndReset')}
      busy={approve.isPending}
      error={approve.error?.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Box component="ul" sx={{ pl: 5, mt: 1, mb: 4, '& li': { mb: 1 } }}>
        {isFirst && <li>{t('approveNeedsSecond')}</li>}
        {!isFirst && hold > 0 && <li>{t('approveHolds', { hours: hold, name: user.name })}</li>}
        <li>{t('approveRemoves')}</li>
        {systems.length > 0 && (
          <li>{t('approveRemovesThere', { systems: allOf(systems.map(({ name }) => name)) })}</li>
        )}
        {systems
          .filter(({ holds }) => !holds)
          .map(({ name }) => (
            <li key={name}>{t('cannotHold', { system: name })}</li>
          ))}
        <li>{t('approveMails', { name: user.name })}</li>
      </Box>
      <Field
        label={t('note')}
        optional
        multiline
        value={note}
        onChange={(event) => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
      />
    </ConfirmDialog>
  );
}

/** The connected systems in which something goes. */
const goingThere = ({ targets }: ResetRequest) =>
  targets.flatMap(({ system, factorIds }) => (system && factorIds?.length !== 0 ? [system] : []));

function doneWords(
  name: string,
  { isFirst, hold, isElsewhere }: { isFirst: boolean; hold: number; isElsewhere: boolean },
): string {
  if (isFirst) return t('approvedFirst');
  if (hold === 0 && isElsewhere) return t('resetBegan', { name });
  return hold > 0 ? t('approvedHolds', { name }) : t('wasReset', { name });
}
