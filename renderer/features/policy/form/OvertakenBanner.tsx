import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { DifferenceList } from '../versions/DifferenceList.tsx';
import type { PolicyDraft } from '../usePolicyDraft.ts';

/** Somebody else saved meanwhile: what they changed, and that nothing of one's own is lost. */
export function OvertakenBanner({ policy }: { policy: PolicyDraft }) {
  const { overtaken } = policy;
  if (!overtaken) return null;
  const { by, before, theirs, both } = overtaken;
  return (
    <Banner
      tone="warning"
      action={
        <Button size="small" variant="outlined" onClick={policy.dismiss}>
          Understood
        </Button>
      }
    >
      <strong>
        {by.savedBy?.name ?? 'The server'} saved version {by.version}
      </strong>{' '}
      <RelativeTime at={by.savedAt} />: “{by.reason}” Your changes are kept, on top of it.
      {both.length > 0 && ' Marked settings you both changed; yours would replace theirs.'}
      <Box sx={{ mt: 2 }}>
        <DifferenceList from={before} to={by} fields={theirs} marked={both} />
      </Box>
    </Banner>
  );
}
