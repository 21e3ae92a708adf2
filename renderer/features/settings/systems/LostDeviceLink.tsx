import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { paths } from '../../../../contract/paths.ts';
import { useShell } from '../../../data/context.ts';
import { useRead } from '../../../data/useRead.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { t } from '../words.ts';

/** Where people come from a connected system's page to ask for a reset; nothing until it is known where the server is. */
export function LostDeviceLink({ systemId }: { systemId: string }) {
  const { copySecret } = useShell();
  const publicUrl = useRead('settings.get', {}).data?.publicUrl ?? null;
  const link = publicUrl === null ? null : `${publicUrl}${paths.lostDevice({ system: systemId })}`;
  return (
    <Box sx={{ mb: 4 }}>
      <Typography variant="body2" sx={{ fontWeight: 500 }}>
        {t('lostDeviceLink')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {link === null ? t('lostDeviceLinkUnknown') : t('lostDeviceLinkMeaning')}
      </Typography>
      {link !== null && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <Typography component="code" variant="body2" sx={{ flex: '1 1 220px', overflowWrap: 'anywhere' }}>
            {link}
          </Typography>
          <CopyButton label={t('copyLostDeviceLink')} copy={() => copySecret(link)} />
        </Box>
      )}
    </Box>
  );
}
