import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { ResetRequest } from '../../../contract/operations/resetRequestSchemas.ts';
import { paths } from '../../../contract/paths.ts';
import { useRead } from '../../data/useRead.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { isPending } from '../../shared/requestLook.ts';
import { Page } from '../../ui/Page.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ChecksSection } from './evidence/ChecksSection.tsx';
import { ClaimControl } from './onIt/ClaimControl.tsx';
import { OthersHere } from './onIt/OthersHere.tsx';
import { useSeenHanded } from './onIt/useSeenHanded.ts';
import { useViewing } from './onIt/useViewing.ts';
import { AttackReported } from './decision/AttackReported.tsx';
import { AwaitsDecision } from './decision/AwaitsDecision.tsx';
import { DecisionBar } from './decision/DecisionBar.tsx';
import { NotesSection } from './record/NotesSection.tsx';
import { OutcomeSection } from './decision/OutcomeSection.tsx';
import { PleaSection } from './who/PleaSection.tsx';
import { RequestLead } from './RequestLead.tsx';
import { RequestSkeleton } from './RequestSkeleton.tsx';
import { TargetsSection } from './evidence/TargetsSection.tsx';
import { TierSection } from './evidence/TierSection.tsx';
import { TimelineSection } from './record/TimelineSection.tsx';
import { useDecidedNotice } from './decision/useDecidedNotice.ts';
import { WhoSection } from './who/WhoSection.tsx';
import { t } from './words.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]') !== null;

/** Where someone on the phone verifies one request and someone decides it. */
export function RequestPage() {
  const { id = '' } = useParams();
  const request = useRead('resetRequests.get', { id });
  const { state } = useLocation() as { state: { queue?: string } | null };
  const navigate = useNavigate();
  const queue = `${paths.resetRequests()}${state?.queue ?? ''}`;
  useEffect(() => {
    const back = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event.target)) void navigate(queue);
    };
    window.addEventListener('keydown', back);
    return () => window.removeEventListener('keydown', back);
  }, [navigate, queue]);
  const back = <BackLink href={queue}>{t('backToQueue')}</BackLink>;
  if (request.data) {
    return (
      <Page
        key={id}
        back={
          // In a line that is there anyway: who comes and goes moves nothing.
          <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 3 }}>
            {back}
            <OthersHere request={request.data} />
          </Box>
        }
        title={request.data.user.name}
        lead={<RequestLead request={request.data} />}
        action={<ClaimControl request={request.data} />}
        foot={isPending(request.data) && <DecisionBar request={request.data} />}
      >
        <Work request={request.data} />
      </Page>
    );
  }
  const isNowhere = request.error?.code === 'not_found' || request.error?.code === 'invalid_input';
  return (
    <Page back={back} title={t('requestTitle')}>
      {isNowhere && <EmptyState title={t('noSuchRequest')}>{t('noSuchRequestWhy')}</EmptyState>}
      {request.error && !isNowhere && (
        <ErrorState message={request.error.message} onRetry={() => void request.refetch()} />
      )}
      {!request.error && <RequestSkeleton />}
    </Page>
  );
}

/** Left who is asking, in the middle the evidence, right the notes and what happened; the decision always in sight. */
function Work({ request }: { request: ResetRequest }) {
  useDecidedNotice(request);
  useViewing(request.id);
  useSeenHanded(request.id);
  return (
    <Box
      sx={{
        display: 'grid',
        alignItems: 'start',
        columnGap: 4,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: '272px minmax(0, 1fr)',
          xl: '296px minmax(0, 1fr) 320px',
        },
        gridTemplateAreas: {
          xs: '"evidence" "who" "side"',
          lg: '"who evidence" "who side"',
          xl: '"who evidence side"',
        },
        gridTemplateRows: { lg: 'auto 1fr', xl: '1fr' },
      }}
    >
      <Box sx={{ gridArea: 'evidence' }}>
        <AttackReported request={request} />
        <OutcomeSection request={request} />
        <AwaitsDecision request={request} />
        <TierSection request={request} />
        <ChecksSection request={request} />
        <TargetsSection request={request} />
      </Box>
      <Box
        sx={{
          gridArea: 'who',
          display: 'grid',
          alignItems: 'start',
          columnGap: 4,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            md: 'repeat(2, minmax(0, 1fr))',
            lg: 'minmax(0, 1fr)',
          },
        }}
      >
        <WhoSection request={request} />
        <PleaSection request={request} />
      </Box>
      <Box sx={{ gridArea: 'side' }}>
        <NotesSection request={request} />
        <TimelineSection request={request} />
      </Box>
    </Box>
  );
}
