import { mdiEmailOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo, Suspense, useState } from 'react';
import type { Job } from '../../../contract/operations/jobs.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { Banner } from '../../ui/Banner.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { JobProgress } from '../jobs/JobProgress.tsx';
import { t } from '../words.ts';
import { LACK_WORDS } from './invitationWords.ts';

// The dashboard has this banner, and doesn't wait for what is chosen from.
const SendDialog = lazyPart(() => import('./SendDialog.tsx'), 'SendDialog');

/**
 * Invitations that are drafts: how many, what they lack, and the way to send them; nothing where there are none. `onlyReady`: nor
 * where they lack something, as beside the fields that they lack.
 */
export const Invitations = memo(function Invitations({ onlyReady = false }: { onlyReady?: boolean }) {
  const canManage = useCan('users.manage');
  const read = useRead('invitations.get', {}, { enabled: canManage });
  const [begun, setBegun] = useState<Job | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (!canManage || !read.data) return null;
  const { draft, lacks, job } = read.data;
  const shown = job ?? begun;
  if (shown) {
    return (
      <Banner tone="accent" icon={mdiEmailOutline}>
        <JobProgress key={shown.id} job={shown} done={({ done }) => t('invitationsSent', { count: done })} />
      </Banner>
    );
  }
  if (draft === 0) return null;
  const isReady = lacks.length === 0;
  if (onlyReady && !isReady) return null;
  return (
    <>
      <Banner
        tone={isReady ? 'accent' : 'warning'}
        icon={mdiEmailOutline}
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <Button size="small" variant="outlined" href={paths.users({ invitation: 'draft' })}>
              {t('seeDrafts')}
            </Button>
            {isReady ? (
              <Button size="small" variant="contained" onClick={() => setAsking(true)}>
                {t('sendInvitations', { count: draft })}
              </Button>
            ) : (
              <Button size="small" variant="contained" href={paths.settings({ section: 'mail' })}>
                {t('setUpMailFirst')}
              </Button>
            )}
          </Box>
        }
      >
        {t('invitationsAreDrafts', { count: draft })} {lacks.map((lack) => LACK_WORDS[lack]).join(' ')}
      </Banner>
      <Suspense fallback={null}>
        {isAsking && (
          <SendDialog invitations={read.data} onBegun={setBegun} onClose={() => setAsking(false)} />
        )}
      </Suspense>
    </>
  );
});
