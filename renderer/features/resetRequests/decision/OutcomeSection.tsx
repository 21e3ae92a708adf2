import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { REQUEST_LOOK } from '../../../shared/requestLook.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TONE_COLOUR } from '../../../ui/StatusChip.tsx';
import { ActivationPart } from './ActivationPart.tsx';
import { EndAccess } from './EndAccess.tsx';
import { HoldEnd } from './HoldEnd.tsx';
import { rich, t } from '../words.ts';

/** Once decided: what came of it, who decided and when, and what follows. */
export function OutcomeSection({ request }: { request: ResetRequest }) {
  const { state, approvals } = request;
  if (state === 'open') return null;
  if (state === 'verified') {
    if (approvals.length === 0) return null;
    return (
      <Section title={t('firstApproved')}>
        <Typography>{rich('firstApprovedMeans', { approved: <Approvals request={request} /> })}</Typography>
      </Section>
    );
  }
  const { icon, tone } = REQUEST_LOOK[state];
  return (
    <Section>
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Icon path={icon} size={24} sx={{ color: TONE_COLOUR[tone] }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2">{TITLES[state](request.user.name)}</Typography>
          <Sentence request={request} />
          {request.decisionNote && (
            <Typography
              component="blockquote"
              sx={{ m: 0, mt: 3, pl: 3, borderLeft: 2, borderColor: 'divider', whiteSpace: 'pre-wrap' }}
            >
              {request.decisionNote}
            </Typography>
          )}
          {state === 'completed' && <ActivationPart request={request} />}
          {state === 'denied' && (
            <Box sx={{ mt: 3, '&:empty': { display: 'none' } }}>
              <EndAccess request={request} />
            </Box>
          )}
        </Box>
      </Box>
    </Section>
  );
}

type Ended = Exclude<ResetRequest['state'], 'open' | 'verified'>;
const TITLES: Record<Ended, (name: string) => string> = {
  approved: (name) => t('titleApproved', { name }),
  executing: (name) => t('titleExecuting', { name }),
  completed: (name) => t('titleCompleted', { name }),
  denied: () => t('titleDenied'),
  cancelled: () => t('titleCancelled'),
  vetoed: (name) => t('titleVetoed', { name }),
  expired: () => t('titleExpired'),
};

function Sentence({ request }: { request: ResetRequest }) {
  const approved = <Approvals request={request} />;
  const sentence = (): ReactNode => {
    switch (request.state) {
      case 'approved':
        return rich('holdsUntil', { approved, hold: <HoldEnd request={request} />, name: request.user.name });
      case 'executing':
        return rich('executing', { approved });
      case 'completed':
        return rich('completed', { approved });
      case 'denied':
        return deniedWords(request);
      case 'cancelled':
        return request.decidedBy ? t('cancelledBy', { name: request.decidedBy.name }) : t('cancelled');
      case 'vetoed':
        return t('vetoed');
      case 'expired':
        return t('expired');
      default:
        return null;
    }
  };
  return <Typography sx={{ mt: 1 }}>{sentence()}</Typography>;
}

function deniedWords({ decidedBy, decidedAt, suspectedAttack }: ResetRequest): ReactNode {
  const at = decidedAt && <RelativeTime at={decidedAt} />;
  if (!decidedBy) return rich('deniedAt', { at });
  return rich(suspectedAttack ? 'deniedAsAttack' : 'deniedBy', { name: decidedBy.name, at });
}

/** Who approved it: one, or two where policy asks for two. */
function Approvals({ request: { approvals, decidedBy, decidedAt } }: { request: ResetRequest }) {
  const [first, second] = approvals.map(({ by, at, note }) => {
    const words = { name: by.name, at: <RelativeTime at={at} /> };
    return note ? rich('approvalNoted', { ...words, note }) : rich('approval', words);
  });
  if (second) return rich('approvedByBoth', { first, second });
  if (first) return rich('approvedByOne', { first });
  const at = decidedAt && <RelativeTime at={decidedAt} />;
  return decidedBy ? rich('approvedBy', { name: decidedBy.name, at }) : rich('approvedAt', { at });
}
