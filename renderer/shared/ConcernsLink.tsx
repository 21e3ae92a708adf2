import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { paths } from '../../contract/paths.ts';
import type { PendingChange } from '../../contract/schemas.ts';
import { t } from './words.ts';

/** To whom a change is about, for a look at them before one agrees. */
export function ConcernsLink({ concerns }: Pick<PendingChange, 'concerns'>) {
  const { userId, importId } = concerns ?? { userId: null, importId: null };
  const to =
    userId !== null
      ? { href: paths.user(userId), words: t('seePerson') }
      : importId !== null
        ? { href: paths.users({ importId }), words: t('seePeople') }
        : null;
  if (!to) return null;
  return (
    <Typography variant="body2">
      <Link href={to.href}>{to.words}</Link>
    </Typography>
  );
}
