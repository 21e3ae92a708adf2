import { mdiCheckCircleOutline, mdiCloseCircleOutline, mdiPhoneMissedOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Check, CheckOutcome } from '../../../../contract/operations/resetRequestSchemas.ts';
import { OUTCOME_WORDS } from '../../../shared/checkWords.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';

const LOOK: Record<CheckOutcome, { icon: string; colour: string }> = {
  pass: { icon: mdiCheckCircleOutline, colour: 'success.main' },
  fail: { icon: mdiCloseCircleOutline, colour: 'error.main' },
  no_answer: { icon: mdiPhoneMissedOutline, colour: 'text.secondary' },
};

const VOID_WORDS: Record<NonNullable<Check['voidBecause']>, string> = {
  verifier_suspended: 'who recorded it was suspended',
  phone_lost: 'the phone that was called is reported lost or stolen',
  too_old: 'it is too old',
};

/** What was recorded for one check, the newest on top. A fail stays in sight. */
export function CheckRecords({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label="Recorded"
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
                {OUTCOME_WORDS[check.outcome]}
                {check.by && `, recorded by ${check.by.name}`}
                {check.numberEnding && `, number ending ${check.numberEnding}`}
              </Box>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                <RelativeTime at={check.at} />
              </Box>
              {check.voidBecause && (
                <Typography variant="body2" color="textSecondary">
                  No longer counts: {VOID_WORDS[check.voidBecause]}.
                </Typography>
              )}
              {check.countsUntil && check.voidBecause === null && (
                <Typography variant="body2" color="textSecondary">
                  Counts until <RelativeTime at={check.countsUntil} />
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
