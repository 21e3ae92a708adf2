import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { countryOptions } from '../../../shared/phoneNumbers.ts';
import { INSET } from '../../../ui/inset.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { fixesOf, type Fix, type Group, type Reading, type Report } from './reading.ts';
import { t } from '../words.ts';

interface Props {
  group: Group;
  /** What says which problem it is. */
  titleId: string;
  reading: Reading;
  report: Report;
  onFix: (after: Reading) => void;
  /** Brings the choice of a column into sight. */
  onChooseColumn: (header: string) => void;
}

const COUNTRIES = countryOptions(t('numbersOf'));

/** What puts the same problem of many rows right at once; nothing where only the file can be. */
export function FixAll({ group, titleId, reading, report, onFix, onChooseColumn }: Props) {
  const fixes = fixesOf(group, reading, report);
  if (fixes.length === 0) return null;
  const act = (fix: Fix) => {
    if (fix.act === 'choose_column') onChooseColumn(fix.header);
    else if (fix.act !== 'country') onFix(fix.after);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, py: 2, pl: INSET }}>
      {fixes.map((fix) =>
        fix.act === 'country' ? (
          <SelectField
            key={fix.act}
            compact
            label={t('numbersOf')}
            options={COUNTRIES}
            value={reading.country}
            onChange={({ target }) => onFix({ ...reading, country: target.value })}
          />
        ) : (
          <Button
            key={fix.act}
            size="small"
            variant="outlined"
            aria-describedby={titleId}
            onClick={() => act(fix)}
          >
            {fixWords(fix)}
          </Button>
        ),
      )}
    </Box>
  );
}

function fixWords(fix: Exclude<Fix, { act: 'country' }>): string {
  if (fix.act === 'choose_column') return t('chooseOtherColumn');
  if (fix.act === 'unread') return t('dontReadColumn', { header: fix.header });
  return fix.field === 'role' ? t('rolesAsUsers') : t('leaveValuesOut');
}
