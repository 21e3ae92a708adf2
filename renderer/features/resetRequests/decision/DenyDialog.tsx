import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { WhyField } from '../../../ui/WhyField.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { t } from '../words.ts';

/** Denies a request, or stops an approved one in its hold: as easy as approving. */
export function DenyDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const { id, user, state } = request;
  const isHolding = state === 'approved';
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [suspectedAttack, setSuspectedAttack] = useState(request.suspectedAttack);
  const [missing, setMissing] = useState<string>();
  const done = () => {
    toast(isHolding ? t('stopped', { name: user.name }) : t('denied'));
    onClose();
  };
  const deny = useRequestWrite('resetRequests.deny', done);
  const stop = useRequestWrite('resetRequests.stopHold', done);
  const act = isHolding ? stop : deny;
  const confirm = () => {
    if (!reason.trim()) return setMissing(t('denyWhy'));
    act.mutate({ id, reason: reason.trim(), ...(suspectedAttack && { suspectedAttack }) });
  };
  return (
    <ConfirmDialog
      open
      title={t(isHolding ? 'stopTitle' : 'denyTitle', { name: user.name })}
      confirmLabel={isHolding ? t('stopReset') : t('deny')}
      danger
      busy={act.isPending}
      error={act.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('denyMeans', { name: user.name })}</p>
      <WhyField
        value={reason}
        error={missing}
        helper={suspectedAttack ? t('denyForColleagues') : undefined}
        onChange={(why) => {
          setReason(why);
          setMissing(undefined);
        }}
        maxLength={2000}
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
