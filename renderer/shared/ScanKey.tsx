import { mdiCellphoneKey } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect } from 'react';
import { useShell } from '../data/context.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Qr } from '../ui/Qr.tsx';
import { grouped, Secret } from '../ui/Secret.tsx';
import { t } from './words.ts';

/** The key of a setup: to scan, to type, to copy, and on a phone to open. Kept out of screen captures while it shows. */
export function ScanKey({ otpauthUri, secret }: { otpauthUri: string; secret: string }) {
  const shell = useShell();
  const isPhone = useMediaQuery('(pointer: coarse)');
  useEffect(() => {
    shell.protectContent(true);
    return () => shell.protectContent(false);
  }, [shell]);
  return (
    <Box>
      {isPhone && (
        <Button
          variant="contained"
          fullWidth
          href={otpauthUri}
          startIcon={<Icon path={mdiCellphoneKey} />}
          sx={{ mb: 4 }}
        >
          {t('openInApp')}
        </Button>
      )}
      <Qr text={otpauthUri} label={t('qrLabel')} />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 3, mb: 1 }}>
        {t('typeKeyInstead')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Secret text={grouped(secret, 4)} label={t('keyToType')} />
        <CopyButton label={t('copyKey')} copy={() => shell.copySecret(secret)} />
      </Box>
    </Box>
  );
}
