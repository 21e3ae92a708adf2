import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SayBox } from './SayBox.tsx';
import type { scriptOf } from './checkScripts.ts';
import { t } from '../words.ts';

/** What to do, what to say word for word, what to look for. */
export function CheckScript({ script }: { script: ReturnType<typeof scriptOf> }) {
  const { act, say, lookFor } = script;
  return (
    <>
      <Typography>{act}</Typography>
      {say && <SayBox title={t('say')} text={say} />}
      <Typography
        variant="caption"
        component="p"
        sx={{ mt: 3, mb: 1, fontWeight: 600, color: 'text.secondary' }}
      >
        {t('lookFor')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 4, mb: 4, '& li': { mb: 1 } }}>
        {lookFor.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
    </>
  );
}
