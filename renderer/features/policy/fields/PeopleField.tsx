import { mdiClose } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useId } from 'react';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { PersonName } from '../PersonName.tsx';
import { t } from '../words.ts';

interface Props {
  label: string;
  helper?: string;
  placeholder?: string;
  /** Their ids. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Any number of people, added one by one. */
export function PeopleField({ label, helper, placeholder, chosen, onChange }: Props) {
  const id = useId();
  return (
    <>
      <PersonPicker
        key={chosen.length}
        label={label}
        value={null}
        onChange={(person) => person && !chosen.includes(person.id) && onChange([...chosen, person.id])}
        helper={helper}
        placeholder={placeholder}
      />
      {chosen.length > 0 && (
        <Box
          component="ul"
          aria-label={t('chosenPeople', { label })}
          sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}
        >
          {chosen.map((person) => (
            <Box
              component="li"
              key={person}
              sx={{
                display: 'flex',
                alignItems: 'center',
                pl: 2.5,
                borderRadius: '6px',
                bgcolor: 'soft.neutral',
              }}
            >
              <span id={`${id}-${person}`}>
                <PersonName id={person} />
              </span>
              <IconButton
                size="small"
                aria-label={t('remove')}
                aria-describedby={`${id}-${person}`}
                onClick={() => onChange(chosen.filter((one) => one !== person))}
              >
                <Icon path={mdiClose} size={16} />
              </IconButton>
            </Box>
          ))}
        </Box>
      )}
    </>
  );
}
