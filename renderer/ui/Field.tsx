import FormControl from '@mui/material/FormControl';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import type { Theme } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { FieldLabel, FieldNote } from './fieldParts.tsx';

interface Props extends Omit<OutlinedInputProps, 'label' | 'error' | 'id'> {
  label: string;
  helper?: ReactNode;
  /** What is wrong and what to do, in one sentence. */
  error?: string | undefined;
  /** Said after the label of a field that may stay empty. */
  optional?: boolean;
  /** Codes and secrets. */
  mono?: boolean;
}

/** A text field: label above, helper or error below. With react-hook-form: `<Field label="Name" {...register('name')} />`. */
export function Field({
  label,
  helper,
  error,
  optional,
  mono,
  fullWidth = true,
  inputProps,
  sx,
  ...input
}: Props) {
  const id = useId();
  return (
    <FormControl
      fullWidth={fullWidth}
      error={Boolean(error)}
      sx={[{ mb: 4 }, ...(Array.isArray(sx) ? sx : [sx])]}
    >
      <FieldLabel htmlFor={id} label={label} optional={optional} />
      <OutlinedInput
        id={id}
        fullWidth
        aria-describedby={error || helper ? `${id}-note` : undefined}
        inputProps={{ 'aria-invalid': error ? true : undefined, ...inputProps }}
        sx={{
          ...(mono && { fontFamily: (theme: Theme) => theme.typography.mono.fontFamily }),
          // What can't be changed here looks it.
          ...(input.readOnly && { bgcolor: 'soft.neutral' }),
        }}
        {...withInputRef(input)}
      />
      <FieldNote id={`${id}-note`} error={error} helper={helper} />
    </FormControl>
  );
}

/** The `ref` that register() hands over belongs to the input itself, or focusing the first wrong field finds a div. */
function withInputRef({ ref, inputRef, ...rest }: Omit<OutlinedInputProps, 'label' | 'error' | 'id'>) {
  return { ...rest, inputRef: inputRef ?? ref };
}
