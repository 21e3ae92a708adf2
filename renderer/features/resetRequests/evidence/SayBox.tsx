import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { t } from '../words.ts';

interface Props {
  title: string;
  text: string;
}

/** What to say on the phone, word for word. */
export function SayBox({ title, text }: Props) {
  return (
    <Box sx={{ my: 3, px: 4, py: 3, borderRadius: '6px', bgcolor: 'soft.accent' }}>
      <Typography variant="caption" component="p" sx={{ mb: 0.5, color: 'primary.main', fontWeight: 600 }}>
        {title}
      </Typography>
      <Typography sx={{ fontSize: '0.9375rem' }}>{t('quoted', { text })}</Typography>
    </Box>
  );
}
