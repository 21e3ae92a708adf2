import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ResetRequestRow } from '../../../../contract/operations/resetRequestSchemas.ts';
import { requestLook, SOURCE_WORDS } from '../../../shared/requestLook.ts';
import { reasonWords } from '../../../shared/resetReasons.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { OneLine } from '../../../ui/OneLine.tsx';
import { TONE_COLOUR } from '../../../ui/StatusChip.tsx';
import { duration } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import { Age } from './Age.tsx';
import type { HeldRow } from './heldRows.ts';
import { rich, t } from '../words.ts';

export const quiet = (text: ReactNode) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {text}
  </Box>
);

/** Under a cell's first line. */
export const small = { fontSize: '0.75rem', lineHeight: '18px' } as const;

/** Its number, by which staff speak of it, then why it was made and where. */
export function Why({ row: { number, reason, source } }: { row: ResetRequestRow }) {
  return (
    <OneLine muted>
      {number !== undefined && `${t('requestNumber', { number: String(number) })} · `}
      {rich('reasonAndSource', { reason: reasonWords(reason), source: SOURCE_WORDS[source], quiet })}
    </OneLine>
  );
}

export function State({ row, hasLeft }: HeldRow<ResetRequestRow>) {
  if (hasLeft) return quiet(t('noLongerListed'));
  const { icon, label, tone } = requestLook(row);
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      <Icon path={icon} size={16} sx={{ color: TONE_COLOUR[tone], mr: 1, verticalAlign: 'text-bottom' }} />
      {label}
    </Box>
  );
}

export function ChecksMet({ row: { checksPassed, checksNeeded } }: { row: ResetRequestRow }) {
  return (
    <Box
      component="span"
      sx={{ ...small, display: 'inline-flex', alignItems: 'center', gap: 2, whiteSpace: 'nowrap' }}
    >
      <Box component="span" aria-hidden data-bar sx={{ display: 'inline-flex', gap: '3px' }}>
        {Array.from({ length: checksNeeded }, (_, index) => (
          <Box
            component="span"
            key={index}
            sx={{
              width: 14,
              height: 4,
              borderRadius: '2px',
              bgcolor: index < checksPassed ? 'success.main' : 'control.main',
              opacity: index < checksPassed ? 1 : 0.45,
            }}
          />
        ))}
      </Box>
      {t('passedOf', { passed: checksPassed, needed: checksNeeded })}
    </Box>
  );
}

const SOON = 24 * 60 * 60 * 1000;

/** How long it has waited, and where its time is nearly up, for how long it still can. One that is approved doesn't expire. */
export function Waits({ row, inOneLine }: { row: ResetRequestRow; inOneLine?: boolean }) {
  const left = Date.parse(row.expiresAt) - useNow();
  const isEnding = (row.state === 'open' || row.state === 'verified') && left <= SOON;
  return (
    <>
      {!(inOneLine && isEnding) && <Age since={row.openedAt} />}
      {isEnding && (
        <Box sx={{ ...small, color: 'warning.main' }}>
          {left > 0 ? t('expiresSoon', { duration: duration(left) }) : t('expiresNow')}
        </Box>
      )}
    </>
  );
}
