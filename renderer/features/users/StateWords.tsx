import Box from '@mui/material/Box';
import type { UserRow } from '../../../contract/operations/userSchemas.ts';
import { Icon } from '../../ui/Icon.tsx';
import { StatusChip, TONE_COLOUR } from '../../ui/StatusChip.tsx';
import { useNow } from '../../ui/useNow.ts';
import { looksOf } from './mfaLook.ts';

/** The state in a row of the list: icon and word, no box, so that fifty of them stay calm. */
export function StateWords({ user }: { user: UserRow }) {
  const looks = looksOf(user, useNow());
  return (
    <>
      {looks.map(({ icon, label, tone = 'neutral' }, index) => (
        <Box component="span" key={label} sx={{ ml: index > 0 ? 3 : 0 }}>
          <Icon
            path={icon}
            size={16}
            sx={{ mr: 1, verticalAlign: 'text-bottom', color: TONE_COLOUR[tone] }}
          />
          {label}
        </Box>
      ))}
    </>
  );
}

/** The same under the person's name. */
export function StateChips({ user }: { user: Pick<UserRow, 'mfa' | 'status'> }) {
  const looks = looksOf(user, useNow());
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      {looks.map((look) => (
        <StatusChip key={look.label} {...look} />
      ))}
    </Box>
  );
}
