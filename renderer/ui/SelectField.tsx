import { mdiChevronDown } from '@mdi/js';
import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { useId, type FocusEvent, type ReactNode, type Ref } from 'react';
import { FieldLabel, FieldNote } from './fieldParts.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  label: string;
  options: readonly { value: string; label: string }[];
  value?: string;
  defaultValue?: string;
  name?: string;
  onChange?: (event: { target: { name: string; value: string } }) => void;
  onBlur?: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  ref?: Ref<HTMLSelectElement>;
  helper?: ReactNode;
  error?: string | undefined;
  disabled?: boolean;
  /** In a toolbar: the label is for screen readers, the width its own. */
  compact?: boolean;
}

const Chevron = (props: { className?: string }) => <Icon path={mdiChevronDown} size={18} {...props} />;

/** A choice of a few: the platform's own list, so that typing, arrows and touch work as everywhere. */
export function SelectField({ label, options, helper, error, compact, ref, onChange, ...select }: Props) {
  const id = useId();
  return (
    <FormControl fullWidth={!compact} error={Boolean(error)} sx={{ mb: compact ? 0 : 4 }}>
      {!compact && <FieldLabel htmlFor={id} label={label} />}
      <Select
        native
        id={id}
        inputRef={ref}
        input={<OutlinedInput />}
        IconComponent={Chevron}
        // The longest choice doesn't make a toolbar wide.
        sx={compact ? { maxWidth: 240 } : undefined}
        onChange={(event) => onChange?.(event)}
        inputProps={{
          'aria-label': compact ? label : undefined,
          'aria-describedby': error || helper ? `${id}-note` : undefined,
        }}
        {...select}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      <FieldNote id={`${id}-note`} error={error} helper={helper} />
    </FormControl>
  );
}
