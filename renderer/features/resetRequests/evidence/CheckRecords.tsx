import { mdiCheckCircleOutline, mdiCloseCircleOutline, mdiMinusCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Check, CheckOutcome } from '../../../../contract/operations/resetRequestSchemas.ts';
import { OUTCOME_WORDS } from '../../../shared/checkWords.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { rich, t } from '../words.ts';

const LOOK: Record<CheckOutcome, { icon: string; colour: string }> = {
  pass: { icon: mdiCheckCircleOutline, colour: 'success.main' },
  fail: { icon: mdiCloseCircleOutline, colour: 'error.main' },
  no_answer: { icon: mdiMinusCircleOutline, colour: 'text.secondary' },
};

const VOID_WORDS: Record<NonNullable<Check['voidBecause']>, string> = {
  verifier_suspended: t('voidSuspended'),
  phone_lost: t('voidPhoneLost'),
  too_old: t('voidTooOld'),
};

/** What was recorded for one check, the newest on top. A fail stays in sight. */
export function CheckRecords({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t('recorded')}
      sx={{ listStyle: 'none', m: 0, p: 0, mb: 3, display: 'grid', gap: 2 }}
    >
      {checks
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .map((check) => (
          <Box component="li" key={check.id} sx={{ display: 'flex', gap: 2, fontSize: '0.8125rem' }}>
            <Icon
              path={LOOK[check.outcome].icon}
              size={18}
              sx={{ color: check.voidBecause ? 'text.secondary' : LOOK[check.outcome].colour }}
            />
            <Box sx={{ minWidth: 0 }}>
              <Box component="span" sx={{ textDecoration: check.voidBecause ? 'line-through' : undefined }}>
                {recordWords(check)}
              </Box>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                <RelativeTime at={check.at} />
              </Box>
              {check.voidBecause && (
                <Typography variant="body2" color="textSecondary">
                  {VOID_WORDS[check.voidBecause]}
                </Typography>
              )}
              {check.countsUntil && check.voidBecause === null && (
                <Typography variant="body2" color="textSecondary">
                  {rich('countsUntil', { at: <RelativeTime at={check.countsUntil} due /> })}
                </Typography>
              )}
              {check.note && (
                <Typography variant="body2" sx={{ mt: 0.5, whiteSpace: 'pre-wrap' }}>
                  {check.note}
                </Typography>
              )}
            </Box>
          </Box>
        ))}
    </Box>
  );
}

/** Who recorded what; what came with the request by itself was recorded by nobody. */
function recordWords({ outcome, by, numberEnding }: Check): string {
  const words = { outcome: OUTCOME_WORDS[outcome] };
  if (!by) return words.outcome;
  return numberEnding
    ? t('recordedByNumber', { ...words, name: by.name, ending: numberEnding })
    : t('recordedBy', { ...words, name: by.name });
}
