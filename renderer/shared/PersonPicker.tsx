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

const small = { color: 'text.secondary', fontSize: '0.75rem' } as const;

/** What tells somebody from another of the same name. */
interface Found extends Person {
  about?: string;
}

/** One person, found by the letters of their name or username; of several by one name each says who they are. */
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
  const options: Found[] = people.map(({ id: personId, username, name, department, email }) => ({
    id: personId,
    username,
    name,
    about: [department, email].filter(Boolean).join(' · '),
  }));
  const [known, setKnown] = useState<Found>();
  const whom = value && known?.id === value.id ? `${known.username} · ${known.about ?? ''}` : undefined;
  const note = helper ?? (compact ? undefined : whom);
  return (
    <FormControl
      fullWidth={!compact}
      error={Boolean(error)}
      sx={{ mb: compact ? 0 : 4, width: compact ? 168 : undefined }}
    >
      {!compact && <FieldLabel htmlFor={id} label={label} optional={optional} />}
      <Autocomplete<Found>
        id={id}
        options={value && !isSearch ? [known?.id === value.id ? known : value] : options}
        // The same object from one rendering to the next: another one would write its name over what is typed.
        value={value}
        onChange={(_, person) => {
          setKnown(person ?? undefined);
          onChange(person && { id: person.id, username: person.username, name: person.name });
        }}
        inputValue={typed}
        onInputChange={(_, text) => setTyped(text)}
        getOptionLabel={(person) => person.name}
        // Namesakes would share a key.
        getOptionKey={(person) => person.id}
        isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
        filterOptions={(all) => all}
        forcePopupIcon={false}
        sx={{
          '& .MuiAutocomplete-inputRoot': { p: 0, pr: '32px' },
          '& .MuiAutocomplete-inputRoot .MuiAutocomplete-input': { p: '7px 12px' },
        }}
        noOptionsText={isSearch && !found.isFetching ? t('nobodyByThatName') : t('typeAName')}
        renderOption={({ key, ...props }, person) => (
          <Box component="li" key={key} {...props} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>{person.name}</Box>
            <Box sx={small}>{person.username}</Box>
            <Box sx={{ ...small, flexBasis: '100%', overflowWrap: 'anywhere' }}>{person.about}</Box>
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
              'aria-describedby': error || note ? `${id}-note` : undefined,
            }}
          />
        )}
      />
      <FieldNote id={`${id}-note`} error={error} helper={note} />
    </FormControl>
  );
}
