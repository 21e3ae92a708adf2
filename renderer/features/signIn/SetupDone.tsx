import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { CardPage } from '../../ui/CardPage.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface Props {
  organisation: string;
  banner: ReactNode;
  onContinue: () => void;
}

/** The confirmation, and the way on. */
export function SetupDone({ organisation, banner, onContinue }: Props) {
  return (
    <CardPage title="Multi-Factor Authentication is on" owner={organisation} banner={banner}>
      <Box sx={{ display: 'flex', gap: 3, mb: 6 }}>
        <Icon path={mdiCheckCircleOutline} size={24} sx={{ color: 'success.main' }} />
        <Typography>
          From now on the code from your app will be needed at every sign-in. Keep the app: without it an
          administrator has to verify that you are you.
        </Typography>
      </Box>
      <Button variant="contained" fullWidth autoFocus onClick={onContinue}>
        Continue to {organisation}
      </Button>
    </CardPage>
  );
}
