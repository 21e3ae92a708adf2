import { mdiChevronDown } from '@mdi/js';
import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { useId, type FocusEvent, type ReactNode, type Ref } from 'react';
import { FieldLabel, FieldNote } from './fieldParts.tsx';
import { Icon } from './Icon.tsx';

interface Option {
  value: string;
  label: string;
  /** The heading that it stands under. */
  group?: string;
}

interface Props {
  label: string;
  /** Those of one group follow each other. */
  options: readonly Option[];
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

const asOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

function grouped(options: readonly Option[]): [group: string | undefined, ofIt: Option[]][] {
  const groups = new Map<string | undefined, Option[]>();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return [...groups];
}

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
        {grouped(options).map(([group, ofIt]) =>
          group === undefined ? (
            ofIt.map(asOption)
          ) : (
            <optgroup key={group} label={group}>
              {ofIt.map(asOption)}
            </optgroup>
          ),
        )}
      </Select>
      <FieldNote id={`${id}-note`} error={error} helper={helper} />
    </FormControl>
  );
}
