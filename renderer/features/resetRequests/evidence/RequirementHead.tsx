import { mdiCheckCircle, mdiCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Icon } from '../../../ui/Icon.tsx';
import type { Requirement } from './requirements.ts';
import { t } from '../words.ts';

/** What is asked for, over the checks that fill it; without one, over checks that nobody asked for. */
export function RequirementHead({ requirement }: { requirement?: Requirement }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        pt: 3,
        pb: 1.5,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {requirement && (
        <Box sx={{ display: 'grid', placeItems: 'center', width: 24 }}>
          <Icon
            path={requirement.met ? mdiCheckCircle : mdiCircleOutline}
            titleAccess={requirement.met ? t('met') : t('notMetYet')}
            sx={{ color: requirement.met ? 'success.main' : 'control.main' }}
          />
        </Box>
      )}
      <Typography variant="h3">{requirement ? words(requirement) : t('recordedBesides')}</Typography>
    </Box>
  );
}

function words({ needed, strong, kinds }: Requirement): string {
  const count = { needed, strong, of: kinds.length };
  if (strong === 0) return t('requirementChecks', count);
  return t(strong >= needed ? 'requirementAllStrong' : 'requirementStrong', count);
}
