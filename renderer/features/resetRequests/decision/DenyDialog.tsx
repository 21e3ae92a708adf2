import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { WhyDialog } from '../WhyDialog.tsx';
import { t } from '../words.ts';

/** Denies a request, or stops an approved one in its hold: as easy as approving. */
export function DenyDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const { id, user, state } = request;
  const isHolding = state === 'approved';
  const toast = useToast();
  const [suspectedAttack, setSuspectedAttack] = useState(request.suspectedAttack);
  const done = () => {
    toast(isHolding ? t('stopped', { name: user.name }) : t('denied'));
    onClose();
  };
  const deny = useRequestWrite('resetRequests.deny', done);
  const stop = useRequestWrite('resetRequests.stopHold', done);
  const act = isHolding ? stop : deny;
  return (
    <WhyDialog
      title={t(isHolding ? 'stopTitle' : 'denyTitle', { name: user.name })}
      means={t('denyMeans', { name: user.name })}
      missing={t('denyWhy')}
      helper={suspectedAttack ? t('denyForColleagues') : undefined}
      confirmLabel={isHolding ? t('stopReset') : t('deny')}
      danger
      busy={act.isPending}
      error={act.error?.message}
      onConfirm={(reason) => act.mutate({ id, reason, ...(suspectedAttack && { suspectedAttack }) })}
      onClose={onClose}
    >
      <SwitchField
        label={t('suspectedAttack')}
        helper={t('suspectedAttackMeans')}
        checked={suspectedAttack}
        onChange={setSuspectedAttack}
      />
    </WhyDialog>
  );
}
