import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useShell } from '../../data/context.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { t } from './words.ts';

interface Row {
  label: string;
  value: string;
  /** What its button says; only what it is called among others where there is none. */
  copy?: string;
}

/** What has to be typed elsewhere, each with a button that copies it. */
export function CopyRows({ rows }: { rows: readonly Row[] }) {
  const { copySecret } = useShell();
  return rows.map(({ label, value, copy }) => (
    <Box key={label} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, py: 1 }}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Typography variant="body2" color="textSecondary">
          {label}
        </Typography>
        <Typography component="code" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {value}
        </Typography>
      </Box>
      <CopyButton
        label={copy ?? t('copy')}
        named={copy ? undefined : t('copyNamed', { what: label })}
        copy={() => copySecret(value)}
      />
    </Box>
  ));
}
