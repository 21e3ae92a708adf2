import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { CardPage } from '../../ui/CardPage.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { t } from './words.ts';

interface Props {
  organisation: string;
  banner: ReactNode;
  onContinue: () => void;
}

/** The confirmation, and the way on. */
export function SetupDone({ organisation, banner, onContinue }: Props) {
  return (
    <CardPage title={t('setupDone')} owner={organisation} banner={banner}>
      <Box sx={{ display: 'flex', gap: 3, mb: 6 }}>
        <Icon path={mdiCheckCircleOutline} size={24} sx={{ color: 'success.main' }} />
        <Typography>{t('setupDoneMeaning')}</Typography>
      </Box>
      <Button variant="contained" fullWidth autoFocus onClick={onContinue}>
        {t('continueTo', { organisation })}
      </Button>
    </CardPage>
  );
}
