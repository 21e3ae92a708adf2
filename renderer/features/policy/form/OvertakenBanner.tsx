import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { strong } from '../../../language/rich.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { DifferenceList } from '../versions/DifferenceList.tsx';
import type { PolicyDraft } from '../usePolicyDraft.ts';
import { rich, t } from '../words.ts';

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
          {t('understood')}
        </Button>
      }
    >
      {rich('overtaken', {
        b: strong,
        name: by.savedBy?.name ?? t('theServer'),
        version: String(by.version),
        at: <RelativeTime at={by.savedAt} />,
        reason: by.reason,
        both: both.length > 0 ? 'yes' : 'no',
      })}
      <Box sx={{ mt: 2 }}>
        <DifferenceList from={before} to={by} fields={theirs} marked={both} />
      </Box>
    </Banner>
  );
}
