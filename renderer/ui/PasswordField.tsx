import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Tooltip from '@mui/material/Tooltip';
import { useState, type ComponentProps } from 'react';
import { Field } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { t } from './words.ts';

/** A password, hidden until its owner wants to see it. */
export function PasswordField(props: ComponentProps<typeof Field>) {
  const [isShown, setShown] = useState(false);
  const label = isShown ? t('hideTyped') : t('showTyped');
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      endAdornment={
        <InputAdornment position="end">
          <Tooltip title={label}>
            <IconButton aria-label={label} edge="end" onClick={() => setShown(!isShown)}>
              <Icon path={isShown ? mdiEyeOffOutline : mdiEyeOutline} />
            </IconButton>
          </Tooltip>
        </InputAdornment>
      }
    />
  );
}
