import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactNode } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { REQUEST_LOOK } from '../../../shared/requestLook.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TONE_COLOUR } from '../../../ui/StatusChip.tsx';
import { ActivationPart } from './ActivationPart.tsx';
import { HoldEnd } from './HoldEnd.tsx';

/** Once decided: what came of it, who decided and when, and what follows. */
export function OutcomeSection({ request }: { request: ResetRequest }) {
  const { state, approvals } = request;
  if (state === 'open') return null;
  if (state === 'verified') {
    if (approvals.length === 0) return null;
    return (
      <Section title="Approved by the first of two">
        <Typography>
          <Approvals request={request} /> A second person has to approve it too.
        </Typography>
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
        </Box>
      </Box>
    </Section>
  );
}

type Ended = Exclude<ResetRequest['state'], 'open' | 'verified'>;
const TITLES: Record<Ended, (name: string) => string> = {
  approved: (name) => `${name}’s MFA will be reset`,
  completed: (name) => `${name}’s MFA was reset`,
  denied: () => 'The request was denied',
  cancelled: () => 'The request was cancelled',
  vetoed: (name) => `${name} said: this wasn’t me`,
  expired: () => 'The request expired',
};

function Sentence({ request }: { request: ResetRequest }) {
  const by = request.decidedBy ? ` by ${request.decidedBy.name}` : '';
  const at = request.decidedAt && <RelativeTime at={request.decidedAt} />;
  const approved =
    request.approvals.length > 0 ? (
      <Approvals request={request} />
    ) : (
      <>
        Approved{by} {at}.
      </>
    );
  const sentence = (): ReactNode => {
    switch (request.state) {
      case 'approved':
        return (
          <>
            {approved} <HoldEnd request={request} /> Until then the existing setup stays valid, and{' '}
            {request.user.name} can stop it.
          </>
        );
      case 'completed':
        return <>{approved} The authenticator is removed and all sessions are ended.</>;
      case 'denied':
        return (
          <>
            Denied{by} {at}
            {request.suspectedAttack && ' as a suspected attack; every security officer was told'}. The
            existing setup stays valid.
          </>
        );
      case 'cancelled':
        return <>Cancelled{by}. The existing setup stays valid.</>;
      case 'vetoed':
        return 'The link in a mail was used. Sessions are ended, no setup can begin, and the security officers were told.';
      case 'expired':
        return 'Nobody decided it in time. The existing setup stays valid; a new request can be made.';
      default:
        return null;
    }
  };
  return <Typography sx={{ mt: 1 }}>{sentence()}</Typography>;
}

function Approvals({ request }: { request: ResetRequest }) {
  return (
    <>
      Approved by{' '}
      {request.approvals.map(({ by, at, note }, index) => (
        <Fragment key={by.id}>
          {index > 0 && ' and '}
          {by.name} <RelativeTime at={at} />
          {note && ` (“${note}”)`}
        </Fragment>
      ))}
      .
    </>
  );
}
