import { mdiTrashCanOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { Wave } from '../../../../contract/operations/rollOut.ts';
import { figure } from '../../../language/intl.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { FieldNote } from '../../../ui/fieldParts.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { dateOf, startOf } from '../dates.ts';
import { DepartmentsField } from '../fields/DepartmentsField.tsx';
import { t } from '../words.ts';

interface Props {
  /** By its date: the first is 1. */
  number: number;
  wave: Wave;
  /** What becomes of it. */
  words: string;
  problem: string | undefined;
  /** Nobody has touched it yet: what it lacks is said, and is no fault. */
  isNew: boolean;
  onChange: (wave: Wave) => void;
  onRemove: () => void;
}

/** One wave: a date, departments, and how many people it asks. */
export function WaveFields({ number, wave, words, problem, isNew, onChange, onRemove }: Props) {
  const name = t('wave', { number: figure(number) });
  const remove = t('removeWave', { number: figure(number) });
  return (
    <Box component="li" sx={{ mt: 3, p: 3, border: 1, borderColor: 'divider', borderRadius: '6px' }}>
      <Box role="group" aria-label={name}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
          <Typography sx={{ flex: 1, fontWeight: 600 }}>{name}</Typography>
          <Tooltip title={remove}>
            <IconButton size="small" aria-label={remove} onClick={onRemove}>
              <Icon path={mdiTrashCanOutline} />
            </IconButton>
          </Tooltip>
        </Box>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '208px minmax(0, 1fr)' },
            columnGap: 3,
            rowGap: 3,
            alignItems: 'start',
          }}
        >
          <DayField
            label={t('begins')}
            day={dateOf(wave.startsOn)}
            onDay={(day) => onChange({ ...wave, startsOn: startOf(day) })}
            sx={{ mb: 0 }}
          />
          <DepartmentsField
            chosen={wave.departments}
            onChange={(departments) => onChange({ ...wave, departments })}
          />
        </Box>
        <FieldNote
          id={`problem-rollOut.waves.${number - 1}`}
          {...(isNew ? { helper: problem } : { error: problem })}
        />
        {!problem && (
          <Typography variant="body2" color="textSecondary" aria-live="polite" sx={{ mt: 1 }}>
            {words}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
