import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { DescriptionList, type Fact } from '../../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { wrongTriesSentence } from '../../../shared/wrongTriesSentence.ts';
import { driftSentence } from './driftSentence.ts';

/** The state of someone's MFA and why it is asked of them. */
export function MfaSection({ user }: { user: UserDetail }) {
  const { mfa } = user;
  const drift = driftSentence(user.clockDriftMinutes);
  const canSeeRequests = useCan('resets.read');
  return (
    <Section title="MFA">
      {mfa.locked && (
        <Banner tone="danger">
          Locked after too many wrong codes
          {user.lockedAt && (
            <>
              , <RelativeTime at={user.lockedAt} />
            </>
          )}
          .
        </Banner>
      )}
      {user.openRequestId && (
        <Banner
          tone="warning"
          action={
            canSeeRequests && (
              <Button size="small" variant="outlined" href={paths.resetRequest(user.openRequestId)}>
                Open the request
              </Button>
            )
          }
        >
          A reset request is waiting.
        </Banner>
      )}
      <WrongTries user={user} />
      <DescriptionList
        facts={[
          { term: 'State', value: <StateFact user={user} /> },
          { term: 'Required', value: <RequiredFact user={user} /> },
          ...fact('Phone clock', drift),
          ...fact(
            'Activation code',
            user.activationDue && 'The next setup asks for one, besides the password.',
          ),
        ]}
      />
    </Section>
  );
}

/** Somebody who knows the password tries the activation code, or the person mistypes it. */
function WrongTries({ user: { activationTries, name } }: { user: UserDetail }) {
  if (!activationTries || activationTries.wrong === 0) return null;
  return activationTries.ended ? (
    <Banner tone="danger">
      Ten wrong codes ended the activation code of {name}: somebody who knows the password is trying. Ask{' '}
      {name} to change it, and send another code.
    </Banner>
  ) : (
    <Banner tone="warning">{wrongTriesSentence(activationTries.wrong, name)}</Banner>
  );
}

const fact = (term: string, value: ReactNode): Fact[] => (value ? [{ term, value }] : []);

const STATE_WORDS: Record<UserDetail['mfa']['state'], string> = {
  on: 'On',
  off: 'Off',
  reset_pending: 'Reset pending: the existing setup stays valid until the reset',
};

function StateFact({ user: { mfa } }: { user: UserDetail }) {
  return (
    <>
      {mfa.external && mfa.state === 'off'
        ? 'Signs in by SSO only; the identity provider does its own MFA'
        : STATE_WORDS[mfa.state]}
      {mfa.since && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          since <RelativeTime at={mfa.since} dayOnly />
        </Box>
      )}
    </>
  );
}

function RequiredFact({ user: { mfa, requiredBecause, exemption } }: { user: UserDetail }) {
  if (exemption) return <ExemptionFact exemption={exemption} />;
  if (!mfa.required) return <>No. Policy leaves it to them.</>;
  return (
    <>
      {requiredBecause?.sentence ?? 'Yes.'}
      {mfa.inGrace && mfa.graceEndsAt && (
        <Typography variant="body2">
          They have until <RelativeTime at={mfa.graceEndsAt} /> to set it up.
        </Typography>
      )}
      {mfa.inGrace && !mfa.graceEndsAt && (
        <Typography variant="body2">Their grace begins with their next sign-in.</Typography>
      )}
      {mfa.blocked && (
        <Typography variant="body2" sx={{ color: 'error.main' }}>
          Blocked: signing in leads into setup and nowhere else.
        </Typography>
      )}
    </>
  );
}

function ExemptionFact({ exemption }: { exemption: NonNullable<UserDetail['exemption']> }) {
  const { reason, owner, endsAt, policyVersion } = exemption;
  return (
    <>
      No. Exempt until <RelativeTime at={endsAt} dayOnly />: {reason.replace(/[.\s]+$/, '')}
      {owner && ` (${owner.name} answers for it)`}, policy version {policyVersion}.
    </>
  );
}
