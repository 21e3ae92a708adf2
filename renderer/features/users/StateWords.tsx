import Box from '@mui/material/Box';
import type { UserRow } from '../../../contract/operations/userSchemas.ts';
import { IconWord } from '../../ui/cells.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useNow } from '../../ui/useNow.ts';
import { looksOf } from './mfaLook.ts';

/** The state in a row of the list. */
export function StateWords({ user }: { user: UserRow }) {
  const looks = looksOf(user, useNow());
  return (
    <>
      {looks.map(({ icon, label, tone }) => (
        <IconWord key={label} icon={icon} tone={tone}>
          {label}
        </IconWord>
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
