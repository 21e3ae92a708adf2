import Box from '@mui/material/Box';
import type { DirectKind } from '../../../../contract/checks.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { CHECK_WORDS, OUTCOME_WORDS } from '../../../shared/checkWords.ts';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { DirectCheck } from './directChecks.ts';

interface Props {
  kind: DirectKind;
  user: UserDetail;
  check: DirectCheck;
  onChange: (check: DirectCheck) => void;
}

/** One check: made or not, with what outcome; what belongs to it opens below. */
export function DirectCheckFields({ kind, user, check, onChange }: Props) {
  const outcomes =
    kind === 'call_back' ? (['pass', 'fail', 'no_answer'] as const) : (['pass', 'fail'] as const);
  const numbers = (['phone', 'mobile'] as const).filter((number) => user[number].value);
  return (
    <Box
      sx={{
        borderLeft: 2,
        borderColor: check.outcome ? 'primary.main' : 'divider',
        pl: 4,
        mb: 4,
        '& > :last-child': { mb: 0 },
      }}
    >
      <SelectField
        label={CHECK_WORDS[kind]}
        value={check.outcome}
        options={[
          { value: '', label: 'Not made' },
          ...outcomes.map((value) => ({ value, label: OUTCOME_WORDS[value] })),
        ]}
        onChange={({ target }) =>
          onChange({ ...check, outcome: outcomes.find((outcome) => outcome === target.value) ?? '' })
        }
      />
      {check.outcome && kind === 'call_back' && (
        <SelectField
          label="Which number was called"
          value={check.number}
          helper="Only numbers on record count, unchanged for 30 days."
          options={[
            { value: '', label: 'Choose a number' },
            ...numbers.map((value) => ({
              value,
              label: `${value === 'phone' ? 'Phone' : 'Mobile'} ${user[value].value}`,
            })),
          ]}
          onChange={({ target }) =>
            onChange({ ...check, number: numbers.find((number) => number === target.value) ?? '' })
          }
        />
      )}
      {check.outcome && (
        <Field
          label={`Note on ${CHECK_WORDS[kind].toLowerCase().replace(' id ', ' ID ')}`}
          optional
          value={check.note}
          onChange={(event) => onChange({ ...check, note: event.target.value })}
          inputProps={{ maxLength: 2000 }}
        />
      )}
    </Box>
  );
}
