import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import type { Person } from '../../contract/schemas.ts';
import { useRead } from '../data/useRead.ts';
import { FieldLabel, FieldNote } from '../ui/fieldParts.tsx';
import { t } from './words.ts';

interface Props {
  label: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  optional?: boolean;
  helper?: ReactNode;
  /** In the empty field. */
  placeholder?: string | undefined;
  error?: string | undefined;
  /** In a toolbar: the label is for screen readers and stands in the empty field. */
  compact?: boolean;
  /** Someone who can't be chosen here. */
  except?: string;
  autoFocus?: boolean;
}

/** One person, found by the letters of their name or username. */
export function PersonPicker({
  label,
  value,
  onChange,
  optional,
  helper,
  placeholder,
  error,
  compact,
  except,
  autoFocus,
}: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value?.name ?? '');
  const search = useDeferredValue(typed.trim());
  const isSearch = search !== '' && search !== value?.name;
  const found = useRead('users.list', { search, limit: 8 }, { enabled: isSearch, keep: true, live: false });
  const people = isSearch ? (found.data?.items ?? []).filter((person) => person.id !== except) : [];
  const options: Person[] = people.map(({ id: personId, username, name }) => ({
    id: personId,
    username,
    name,
  }));
  return (
    <FormControl
      fullWidth={!compact}
      error={Boolean(error)}
      sx={{ mb: compact ? 0 : 4, width: compact ? 168 : undefined }}
    >
      {!compact && <FieldLabel htmlFor={id} label={label} optional={optional} />}
      <Autocomplete
        id={id}
        options={value && !isSearch ? [value] : options}
        value={value}
        onChange={(_, person) => onChange(person)}
        inputValue={typed}
        onInputChange={(_, text) => setTyped(text)}
        getOptionLabel={(person) => person.name}
        isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
        filterOptions={(all) => all}
        forcePopupIcon={false}
        sx={{
          '& .MuiAutocomplete-inputRoot': { p: 0, pr: '32px' },
          '& .MuiAutocomplete-inputRoot .MuiAutocomplete-input': { p: '7px 12px' },
        }}
        noOptionsText={isSearch && !found.isFetching ? t('nobodyByThatName') : t('typeAName')}
        renderOption={({ key, ...props }, person) => (
          <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 2 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>{person.name}</Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{person.username}</Box>
          </Box>
        )}
        renderInput={({ slotProps, id: inputId, disabled }) => (
          <OutlinedInput
            {...slotProps.input}
            id={inputId}
            disabled={disabled}
            autoFocus={autoFocus}
            fullWidth
            placeholder={compact ? label : placeholder}
            inputProps={{
              ...slotProps.htmlInput,
              'aria-label': compact ? label : undefined,
              'aria-invalid': error ? true : undefined,
              'aria-describedby': error || helper ? `${id}-note` : undefined,
            }}
          />
        )}
      />
      <FieldNote id={`${id}-note`} error={error} helper={helper} />
    </FormControl>
  );
}
