import { mdiAlertOctagonOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useCan, useMe } from '../../../data/me.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { WhyDialog } from '../WhyDialog.tsx';
import { t } from '../words.ts';

/** For who works on a request and doesn't believe the caller: others decide, and nothing happens until then. */
export function ReportAttack({ request }: { request: ResetRequest }) {
  const [isOpen, setOpen] = useState(false);
  const isOwn = useMe().user.id === request.user.id;
  const mayVerify = useCan('resets.verify');
  if (!mayVerify || isOwn || request.suspectedAttack) return null;
  return (
    <>
      <Button
        color="inherit"
        startIcon={<Icon path={mdiAlertOctagonOutline} size={18} />}
        onClick={() => setOpen(true)}
        sx={{ color: 'text.secondary' }}
      >
        {t('reportAttack')}
      </Button>
      {isOpen && <ReportDialog request={request} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReportDialog({ request: { id, user }, onClose }: { request: ResetRequest; onClose: () => void }) {
  // The page says itself what is so now.
  const report = useRequestWrite('resetRequests.reportAttack', onClose);
  return (
    <WhyDialog
      danger
      title={t('reportAttackTitle', { name: user.name })}
      means={t('reportAttackMeans', { name: user.name })}
      missing={t('reportAttackWhy')}
      confirmLabel={t('reportAttack')}
      busy={report.isPending}
      error={report.error?.message}
      onConfirm={(note) => report.mutate({ id, note })}
      onClose={onClose}
    />
  );
}
