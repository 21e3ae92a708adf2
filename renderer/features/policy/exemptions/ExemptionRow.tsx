import {
  mdiAlertOutline,
  mdiCheck,
  mdiClockAlertOutline,
  mdiPencilOutline,
  mdiTrashCanOutline,
} from '@mdi/js';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { Exemption } from '../../../../contract/operations/policy.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { usePerson } from '../../../data/usePerson.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { endWords, whyMoot, whyNoOwner } from './exemptionWords.ts';
import { PersonName } from '../PersonName.tsx';
import { rich, t } from '../words.ts';

interface Props {
  exemption: Exemption;
  now: number;
  onEdit: (person: Person, owner: Person | null) => void;
  onRemove: () => void;
}

/** One person who is exempt; what counts for nothing, or has nobody to answer for it any more, says so. */
export function ExemptionRow({ exemption, now, onEdit, onRemove }: Props) {
  const { userId, reason, ownerId, endsAt } = exemption;
  const person = usePerson(userId).data;
  const owner = usePerson(ownerId).data;
  const end = endWords(exemption, now);
  const name = person?.name ?? t('thisPerson');
  const warning = (person && whyMoot(person)) ?? (owner && !end?.isOver ? whyNoOwner(owner) : null);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1,
        py: 1.5,
        fontSize: '0.8125rem',
        '&:not(:first-of-type)': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
          <Typography sx={{ fontWeight: 500 }}>
            <PersonName id={userId} />{' '}
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.8125rem' }}>
              {person?.username}
            </Box>
          </Typography>
          {end && (
            <StatusChip
              icon={end.isOver ? mdiCheck : mdiClockAlertOutline}
              label={end.label}
              tone={end.isOver ? 'neutral' : 'warning'}
            />
          )}
        </Box>
        <Box>
          {reason}{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {rich(end?.isOver ? 'answersAndEnded' : 'answersAndEnds', {
              owner: <PersonName id={ownerId} />,
              at: <RelativeTime at={endsAt} dayOnly due />,
            })}
          </Box>
        </Box>
        {warning && (
          <Box sx={{ display: 'flex', gap: 1, mt: 1, color: 'warning.main' }}>
            <Icon path={mdiAlertOutline} size={16} sx={{ mt: '1px' }} />
            {warning}
          </Box>
        )}
      </Box>
      <Tooltip title={t('changeExemptionOf', { name })}>
        <IconButton
          aria-label={t('changeExemptionOf', { name })}
          onClick={() => onEdit(personOf(person) ?? { id: userId, username: '', name }, personOf(owner))}
        >
          <Icon path={mdiPencilOutline} />
        </IconButton>
      </Tooltip>
      <Tooltip title={t('removeExemptionOf', { name })}>
        <IconButton aria-label={t('removeExemptionOf', { name })} onClick={onRemove}>
          <Icon path={mdiTrashCanOutline} />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

const personOf = (user: Person | null | undefined): Person | null =>
  user ? { id: user.id, username: user.username, name: user.name } : null;
