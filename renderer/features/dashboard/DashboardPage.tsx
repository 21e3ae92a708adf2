import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Suspense } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { useRead } from '../../data/useRead.ts';
import { GateDown } from '../../shared/GateDown.tsx';
import { Invitations } from '../../shared/invitations/Invitations.tsx';
import { WaitingChanges } from '../../shared/WaitingChanges.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useNow } from '../../ui/useNow.ts';
import { AdoptionSection } from './AdoptionSection.tsx';
import { DashboardSkeleton, SummarySkeleton } from './DashboardSkeleton.tsx';
import { DayOne, useDayOne } from './DayOne.tsx';
import { DepartmentsSection } from './DepartmentsSection.tsx';
import { GraceSection } from './GraceSection.tsx';
import { Hints } from './Hints.tsx';
import { PartsSection } from './PartsSection.tsx';
import { QueueSection } from './QueueSection.tsx';
import { RolesSection } from './RolesSection.tsx';
import { SignsSection } from './SignsSection.tsx';
import { SystemsSection } from './SystemsSection.tsx';
import { summaryOf } from './summary.ts';
import { Tiles } from './Tiles.tsx';
import { t } from './words.ts';

const MfaPlacesSection = lazyPart(() => import('./MfaPlacesSection.tsx'), 'MfaPlacesSection');

/** Where the organisation stands: one sentence, then the numbers, each of which opens the list behind it. */
export function DashboardPage() {
  const { data, error, refetch } = useRead('dashboard.get', {});
  const dayOne = useDayOne();
  return (
    <Page title={t('title')} lead={data ? <Summary dashboard={data} /> : !error && <SummarySkeleton />}>
      {data && dayOne ? (
        <>
          <GateDown />
          <DayOne steps={dayOne} />
          <Hints dashboard={data} />
          <Invitations />
          <WaitingChanges />
          <Tiles dashboard={data} />
          <PartsSection users={data.users} parts={data.parts} />
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(280px, 1fr)' },
              columnGap: 4,
              alignItems: 'start',
            }}
          >
            <Box>
              <AdoptionSection adoption={data.adoption} total={data.users.total} />
              <DepartmentsSection departments={data.departments} />
            </Box>
            <Box>
              <QueueSection queue={data.queue} />
              <GraceSection graceDue={data.graceDue} inGrace={data.parts.inGrace} />
              <SignsSection signs={data.signs} />
              <MfaPlaces />
              <SystemsSection />
              <RolesSection roles={data.roles} />
            </Box>
          </Box>
        </>
      ) : error && !data ? (
        <Section flush>
          <ErrorState message={error.message} onRetry={() => void refetch()} />
        </Section>
      ) : (
        <DashboardSkeleton />
      )}
    </Page>
  );
}

/** Nothing where no system is connected. */
function MfaPlaces() {
  const { data } = useRead('users.mfaPlaces', {});
  if (!data?.counts) return null;
  return (
    <Suspense fallback={null}>
      <MfaPlacesSection systems={data.systems} counts={data.counts} />
    </Suspense>
  );
}

function Summary({ dashboard }: { dashboard: OutputOf<'dashboard.get'> }) {
  return (
    <Typography component="span" sx={{ fontSize: '1rem' }}>
      {summaryOf(dashboard, useNow(), (href) => (inner) => <Link href={href}>{inner}</Link>)}
    </Typography>
  );
}
