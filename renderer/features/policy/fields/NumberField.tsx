import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { FieldLabel } from '../../../ui/fieldParts.tsx';
import { NumberInput, type NumberInputProps } from './NumberInput.tsx';

interface Props extends Omit<NumberInputProps, 'id' | 'label' | 'noteId'> {
  label: string;
  /** The sentence of consequence. */
  helper?: string;
}

/** A number as a setting: words left, field right, as with a switch. */
export function NumberField({ label, helper, ...input }: Props) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="label" htmlFor={id} variant="body2" sx={{ display: 'block', fontWeight: 500 }}>
          {label}
        </Typography>
        {helper && (
          <Typography id={`${id}-note`} variant="body2" color="textSecondary" aria-live="polite">
            {helper}
          </Typography>
        )}
      </Box>
      <NumberInput id={id} width={112} {...input} noteId={helper ? `${id}-note` : undefined} />
    </Box>
  );
}

/** The same where there are many beside one another: the label above. */
export function LabelledNumber({ label, ...input }: Omit<Props, 'helper'>) {
  const id = useId();
  return (
    <>
      {/* Labels of one line and of two end at the same height. */}
      <Box sx={{ display: 'flex', alignItems: 'flex-end', minHeight: 39 }}>
        <FieldLabel htmlFor={id} label={label} />
      </Box>
      <NumberInput id={id} {...input} />
    </>
  );
}
