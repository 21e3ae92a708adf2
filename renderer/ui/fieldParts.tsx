import { mdiAlertCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';

/** The label above a control. */
export function FieldLabel({
  htmlFor,
  id,
  label,
  optional,
}: {
  htmlFor?: string;
  id?: string;
  label: string;
  optional?: boolean | undefined;
}) {
  return (
    <Typography
      component={htmlFor ? 'label' : 'div'}
      htmlFor={htmlFor}
      id={id}
      variant="body2"
      sx={{ fontWeight: 500, mb: 1, display: 'block', color: 'text.primary' }}
    >
      {label}
      {optional && (
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {' '}
          {t('optional')}
        </Box>
      )}
    </Typography>
  );
}

/** The sentence below a control: what is wrong, or else what helps. */
export function FieldNote({
  id,
  error,
  helper,
}: {
  id: string;
  error?: string | undefined;
  helper?: ReactNode;
}) {
  if (!error && !helper) return null;
  return (
    <Typography
      id={id}
      variant="body2"
      component="div"
      sx={{ mt: 1, display: 'flex', gap: 1, color: error ? 'error.main' : 'text.secondary' }}
    >
      {error && <Icon path={mdiAlertCircleOutline} size={16} sx={{ mt: '2px' }} />}
      <Box component="span" role={error ? 'alert' : undefined}>
        {error ?? helper}
      </Box>
    </Typography>
  );
}
