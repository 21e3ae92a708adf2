import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CopyRows } from './CopyRows.tsx';
import { t } from './words.ts';

/** The addresses that a provider has to know before it sends anybody back. */
export function RedirectUris({ web, desktop }: { web: string; desktop: string }) {
  return (
    <Box sx={{ mb: 4 }}>
      <Typography variant="body2" sx={{ fontWeight: 500, mb: 1 }}>
        {t('registerUris')}
      </Typography>
      <CopyRows
        rows={[
          { label: t('web'), copy: t('copyWebAddress'), value: web },
          { label: t('desktopApp'), copy: t('copyDesktopAddress'), value: desktop },
        ]}
      />
      <Typography variant="body2" color="textSecondary">
        {t('loopbackPort')}
      </Typography>
    </Box>
  );
}
