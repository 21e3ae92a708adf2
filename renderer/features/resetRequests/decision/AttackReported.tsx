import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { isPending } from '../../../shared/requestLook.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { EndAccess } from './EndAccess.tsx';
import { t } from '../words.ts';

/** Over the evidence of a request that somebody reported: what to do now. Whoever reports it is led there. */
export function AttackReported({ request }: { request: ResetRequest }) {
  const banner = useRef<HTMLDivElement>(null);
  const isReported = request.suspectedAttack && isPending(request);
  const wasReported = useRef(isReported);
  useEffect(() => {
    if (isReported && !wasReported.current) {
      // The button that was pressed stood at the foot, and is gone.
      banner.current?.focus({ preventScroll: true });
      banner.current?.scrollIntoView({ block: 'center' });
    }
    wasReported.current = isReported;
  }, [isReported]);
  if (!isReported) return null;
  return (
    <Box ref={banner} tabIndex={-1} sx={{ outline: 'none', '& > :first-of-type': { mt: 0 } }}>
      <Banner tone="danger" action={<EndAccess request={request} />}>
        <strong>{t('attackReportedTitle')}.</strong> {t('attackReportedMeans', { name: request.user.name })}
      </Banner>
    </Box>
  );
}
