import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ExternalLink } from './ExternalLink.tsx';
import { t } from './words.ts';

/** The apps that policy recommends, with where they are had. */
export function RecommendedApps({ apps }: { apps: readonly { name: string; url: string }[] }) {
  return (
    <>
      <Box
        component="ul"
        sx={{ m: 0, mb: 2, pl: 5, '& li': { lineHeight: '28px' }, '& a': { display: 'inline-block' } }}
      >
        {apps.map(({ name, url }) => (
          <li key={name}>
            <ExternalLink href={url}>{name}</ExternalLink>
          </li>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t('anyAppWillDo')}
      </Typography>
    </>
  );
}
