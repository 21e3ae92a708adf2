import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Policy } from '../../../../contract/operations/policy.ts';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { shortDay } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { differences } from '../policyFields.tsx';
import { t } from '../words.ts';

interface Props {
  /** The newest first. */
  versions: readonly Policy[];
  from: number;
  to: number;
  onCompare: (from: number, to: number) => void;
}

/** Two versions side by side: only what differs. */
export function CompareSection({ versions, from, to, onCompare }: Props) {
  const now = useNow();
  const find = (number: number) => versions.find(({ version }) => version === number);
  const older = find(from) ?? versions[1];
  const newer = find(to) ?? versions[0];
  if (!older || !newer) return null;
  const options = versions.map(({ version, savedAt }) => ({
    value: String(version),
    label: t('versionOption', { version: String(version), day: shortDay(savedAt, now) }),
  }));
  const fields = differences(older, newer);
  return (
    <Section title={t('compare')}>
      <Box sx={{ display: 'grid', columnGap: 4, gridTemplateColumns: { md: '1fr 1fr' } }}>
        <SelectField
          label={t('from')}
          value={String(older.version)}
          helper={older.reason}
          options={options}
          onChange={({ target }) => onCompare(Number(target.value), newer.version)}
        />
        <SelectField
          label={t('to')}
          value={String(newer.version)}
          helper={newer.reason}
          options={options}
          onChange={({ target }) => onCompare(older.version, Number(target.value))}
        />
      </Box>
      <Box role="status">
        {fields.length > 0 ? (
          <DifferenceList from={older} to={newer} fields={fields} />
        ) : (
          <Typography color="textSecondary">
            {older === newer ? t('chooseTwo') : t('noDifference')}
          </Typography>
        )}
      </Box>
    </Section>
  );
}
