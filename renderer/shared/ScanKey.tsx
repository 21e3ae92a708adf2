import { mdiCellphoneKey } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useShell } from '../data/context.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Qr } from '../ui/Qr.tsx';
import { grouped, Secret } from '../ui/Secret.tsx';
import { useIsPhone } from './useIsPhone.ts';
import { t } from './words.ts';

interface Props {
  otpauthUri: string;
  secret: string;
  /** It is for another device than this one: nothing here puts it into an app on this one. */
  onOther?: boolean;
}

/** The key of a setup: to scan, to type, to copy, and on a phone to open. Kept out of screen captures while it shows. */
export function ScanKey({ otpauthUri, secret, onOther = false }: Props) {
  const shell = useShell();
  const isPhone = useIsPhone();
  useEffect(() => {
    shell.protectContent(true);
    return () => shell.protectContent(false);
  }, [shell]);
  return (
    <Box>
      {isPhone && !onOther && (
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
