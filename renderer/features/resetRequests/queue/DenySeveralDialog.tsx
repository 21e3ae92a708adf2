import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DialogFoot } from '../../../ui/DialogFoot.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyField } from '../../../ui/WhyField.tsx';
import { t } from '../words.ts';

type Outcome = OutputOf<'resetRequests.denySeveral'>['items'][number];

interface Props {
  requests: readonly ResetRequestRow[];
  onClose: (isDone: boolean) => void;
}

/** Denies several with one reason: first who they are, then for whom it was not done and why. */
export function DenySeveralDialog({ requests, onClose }: Props) {
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [suspectedAttack, setSuspectedAttack] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const deny = useWrite('resetRequests.denySeveral', {
    onDone: ({ items }) => {
      if (!items.every(({ done }) => done)) return setOutcomes(items);
      toast(t('denySeveralNow', { count: items.length }));
      onClose(true);
    },
  });
  if (outcomes) return <NotAll {...{ requests, outcomes }} onClose={() => onClose(true)} />;
  const confirm = () => {
    if (!reason.trim()) return setMissing(t('denyWhy'));
    const ids = requests.map(({ id }) => id);
    deny.mutate({ ids, reason: reason.trim(), ...(suspectedAttack && { suspectedAttack }) });
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('denySeveralTitle', { count: requests.length })}
      confirmLabel={t('deny')}
      busy={deny.isPending}
      error={deny.error?.message}
      onConfirm={confirm}
      onClose={() => onClose(false)}
    >
      <p>{t('denySeveralMeans')}</p>
      <Names requests={requests} />
      <WhyField
        value={reason}
        error={missing}
        helper={suspectedAttack ? t('denyForColleagues') : undefined}
        maxLength={2000}
        onChange={(why) => {
          setReason(why);
          setMissing(undefined);
        }}
      />
      <SwitchField
        label={t('suspectedAttack')}
        helper={t('suspectedAttackMeans')}
        checked={suspectedAttack}
        onChange={setSuspectedAttack}
      />
    </ConfirmDialog>
  );
}

/** Each by name and number: namesakes are two. */
function Names({ requests }: { requests: readonly ResetRequestRow[] }) {
  return (
    <Box
      component="ul"
      tabIndex={0}
      aria-label={t('denySeveralWho')}
      sx={{ mt: 0, mb: 4, pl: 5, maxHeight: 160, overflowY: 'auto', color: 'text.primary' }}
    >
      {requests.map((request) => (
        <li key={request.id}>{nameOf(request)}</li>
      ))}
    </Box>
  );
}

const nameOf = ({ user, number }: ResetRequestRow) =>
  [user.name, number === undefined ? user.username : t('requestNumber', { number: String(number) })].join(
    ' · ',
  );

interface NotAllProps {
  requests: readonly ResetRequestRow[];
  outcomes: readonly Outcome[];
  onClose: () => void;
}

function NotAll({ requests, outcomes, onClose }: NotAllProps) {
  const failed = outcomes.filter(({ done }) => !done);
  const done = outcomes.length - failed.length;
  const byId = new Map(requests.map((request) => [request.id, request]));
  return (
    <TaskDialog open title={t('notAllDeniedTitle', { done, count: outcomes.length })} onClose={onClose}>
      <Box component="ul" aria-label={t('notDenied')} sx={{ m: 0, pl: 5, color: 'text.primary' }}>
        {failed.map(({ id, sentence }) => {
          const request = byId.get(id);
          return (
            <Box component="li" key={id} sx={{ mb: 2 }}>
              <strong>{request ? nameOf(request) : id}</strong>
              <Box sx={{ color: 'text.secondary' }}>{sentence}</Box>
            </Box>
          );
        })}
      </Box>
      <DialogFoot>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('close')}
        </Button>
      </DialogFoot>
    </TaskDialog>
  );
}
