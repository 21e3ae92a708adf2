import Box from '@mui/material/Box';
import type { DirectKind } from '../../../../contract/checks.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { CHECK_WORDS, OUTCOME_WORDS } from '../../../shared/checkWords.ts';
import { Field } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { DirectCheck } from './directChecks.ts';
import { t } from '../words.ts';

interface Props {
  kind: DirectKind;
  user: UserDetail;
  check: DirectCheck;
  onChange: (check: DirectCheck) => void;
}

const NOTE_LABELS: Record<DirectKind, string> = {
  call_back: t('noteOnCallBack'),
  in_person: t('noteOnInPerson'),
  photo_id_video: t('noteOnPhotoIdVideo'),
};

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
          { value: '', label: t('notMade') },
          ...outcomes.map((value) => ({ value, label: OUTCOME_WORDS[value] })),
        ]}
        onChange={({ target }) =>
          onChange({ ...check, outcome: outcomes.find((outcome) => outcome === target.value) ?? '' })
        }
      />
      {check.outcome && kind === 'call_back' && (
        <SelectField
          label={t('whichNumber')}
          value={check.number}
          helper={t('whichNumberHelp')}
          options={[
            { value: '', label: t('chooseNumber') },
            ...numbers.map((value) => ({
              value,
              label: t(value === 'phone' ? 'phoneNumber' : 'mobileNumber', {
                number: user[value].value ?? '',
              }),
            })),
          ]}
          onChange={({ target }) =>
            onChange({ ...check, number: numbers.find((number) => number === target.value) ?? '' })
          }
        />
      )}
      {check.outcome && (
        <Field
          label={NOTE_LABELS[kind]}
          optional
          value={check.note}
          onChange={(event) => onChange({ ...check, note: event.target.value })}
          inputProps={{ maxLength: 2000 }}
        />
      )}
    </Box>
  );
}
