import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { countryName } from '../../../shared/phoneNumbers.ts';
import { Section } from '../../../ui/Section.tsx';
import { FIELD_NAMES } from './fieldNames.ts';
import type { Reading, Repair } from './reading.ts';
import { t } from '../words.ts';

/** What was put right for many rows at once, each to be taken back. */
export function PutRight({
  repairs,
  onBack,
}: {
  repairs: readonly Repair[];
  onBack: (before: Reading) => void;
}) {
  if (repairs.length === 0) return null;
  return (
    <Section title={t('putRight')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {repairs.map((repair) => (
          <Box
            component="li"
            key={repairWords(repair)}
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, minHeight: 40 }}
          >
            <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>{repairWords(repair)}</Box>
            <Button
              size="small"
              onClick={() => onBack(repair.before)}
              aria-label={t('takeBackThis', { what: repairWords(repair) })}
            >
              {t('takeBack')}
            </Button>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function repairWords(repair: Repair): string {
  if (repair.what === 'left_out')
    return repair.field === 'role'
      ? t('rolesLeftOut', { count: repair.count })
      : t('valuesLeftOut', { field: FIELD_NAMES[repair.field], count: repair.count });
  if (repair.what === 'column') return t('columnUnread', { header: repair.header });
  return repair.country === ''
    ? t('numbersOfNone')
    : t('numbersReadAs', { country: countryName(repair.country) });
}
