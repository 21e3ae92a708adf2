import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useShell } from '../../data/context.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { t } from './words.ts';

/** The addresses that a provider has to know before it sends anybody back. */
export function RedirectUris({ web, desktop }: { web: string; desktop: string }) {
  const { copySecret } = useShell();
  const rows = [
    { label: t('web'), copy: t('copyWebAddress'), uri: web },
    { label: t('desktopApp'), copy: t('copyDesktopAddress'), uri: desktop },
  ];
  return (
    <Box sx={{ mb: 4 }}>
      <Typography variant="body2" sx={{ fontWeight: 500, mb: 1 }}>
        {t('registerUris')}
      </Typography>
      {rows.map(({ label, copy, uri }) => (
        <Box key={label} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, py: 1 }}>
          <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
            <Typography variant="body2" color="textSecondary">
              {label}
            </Typography>
            <Typography component="code" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {uri}
            </Typography>
          </Box>
          <CopyButton label={copy} copy={() => copySecret(uri)} />
        </Box>
      ))}
      <Typography variant="body2" color="textSecondary">
        {t('loopbackPort')}
      </Typography>
    </Box>
  );
}
