import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useShell } from '../../data/context.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

/** The addresses that a provider has to know before it sends anybody back. */
export function RedirectUris({ web, desktop }: { web: string; desktop: string }) {
  const { copySecret } = useShell();
  const rows = [
    { label: 'Web', uri: web },
    { label: 'Desktop app', uri: desktop },
  ];
  return (
    <Box sx={{ mb: 4 }}>
      <Typography variant="body2" sx={{ fontWeight: 500, mb: 1 }}>
        Register these redirect URIs at the provider
      </Typography>
      {rows.map(({ label, uri }) => (
        <Box key={label} sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="body2" color="textSecondary">
              {label}
            </Typography>
            <Typography component="code" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {uri}
            </Typography>
          </Box>
          <CopyButton label={`Copy ${label.toLowerCase()} address`} copy={() => copySecret(uri)} />
        </Box>
      ))}
      <Typography variant="body2" color="textSecondary">
        The app listens on another port each time; providers ignore the port of 127.0.0.1.
      </Typography>
    </Box>
  );
}
