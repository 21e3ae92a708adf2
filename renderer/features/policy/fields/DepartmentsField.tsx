import { mdiChevronDown } from '@mdi/js';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { useRead } from '../../../data/useRead.ts';
import { bestFirst } from '../../../language/intl.ts';
import { FieldLabel, FieldNote } from '../../../ui/fieldParts.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { t } from '../words.ts';

interface Props {
  label?: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Departments by name, with how many people are in each. */
export function DepartmentsField({ label = t('departments'), chosen, onChange }: Props) {
  const id = useId();
  const departments = useRead('users.departments', {});
  const counts = new Map(departments.data?.items.map(({ name, count }) => [name, count]));
  const names = [...counts.keys()].filter((name) => name !== '');
  return (
    <FormControl fullWidth sx={{ mb: 1 }}>
      <FieldLabel htmlFor={id} label={label} />
      <Autocomplete
        id={id}
        multiple
        size="small"
        // As high as the other fields while the choice fits into one line.
        sx={{
          '& .MuiOutlinedInput-root': { py: '2px' },
          '& .MuiAutocomplete-input.MuiAutocomplete-input': { py: '5px' },
        }}
        disableCloseOnSelect
        popupIcon={<Icon path={mdiChevronDown} size={18} />}
        value={chosen}
        onChange={(_, next) => onChange(next)}
        options={[...names, ...chosen.filter((name) => !counts.has(name))]}
        filterOptions={(all, { inputValue }) => bestFirst(all, inputValue)}
        noOptionsText={departments.error?.message ?? t('noSuchDepartment')}
        renderOption={({ key, ...props }, name) => (
          <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 2 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>{name}</Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
              {t('people', { count: counts.get(name) ?? 0 })}
            </Box>
          </Box>
        )}
        renderInput={({ slotProps, id: inputId }) => (
          <OutlinedInput
            {...slotProps.input}
            id={inputId}
            fullWidth
            placeholder={chosen.length === 0 ? t('chooseDepartments') : undefined}
            inputProps={{
              ...slotProps.htmlInput,
              'aria-describedby': departments.error ? `${id}-note` : undefined,
            }}
          />
        )}
      />
      <FieldNote id={`${id}-note`} error={departments.error?.message} />
    </FormControl>
  );
}
