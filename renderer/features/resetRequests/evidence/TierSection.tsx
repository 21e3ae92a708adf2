import { mdiAlertOutline, mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { ResetRequest, Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { TIER_LOOK } from '../../../shared/requestLook.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { counted } from '../../../ui/time.ts';

/** The risk with its reasons, and what it asks of whoever decides. */
export function TierSection({ request }: { request: ResetRequest }) {
  const { tier, reasons, state } = request;
  const isUndecided = state === 'open' || state === 'verified';
  const { data: policy } = useRead('policy.get', {});
  return (
    <Section title={`${TIER_LOOK[tier].label} risk`}>
      {reasons.length === 0 ? (
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Icon path={mdiCheckCircleOutline} size={18} sx={{ color: 'success.main', mt: '1px' }} />
          <span>
            Nothing raises the risk: no recent change of contact, no unusual sign-in, no failed check.
          </span>
        </Box>
      ) : (
        <Box
          component="ul"
          aria-label="Reasons"
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}
        >
          {reasons.map(({ code, sentence, at }) => (
            <Box component="li" key={`${code} ${sentence}`} sx={{ display: 'flex', gap: 2 }}>
              <Icon path={mdiAlertOutline} size={18} sx={{ color: 'warning.main', mt: '1px' }} />
              <span>
                {sentence}{' '}
                {at && (
                  <Typography variant="body2" color="textSecondary" component="span">
                    <RelativeTime at={at} />
                  </Typography>
                )}
              </span>
            </Box>
          ))}
        </Box>
      )}
      {policy && isUndecided && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {decidersWords(policy, tier)}
        </Typography>
      )}
    </Section>
  );
}

const DECIDERS: Record<PolicyDocument['tiers'][Tier]['deciders'], string> = {
  anyone: 'Whoever may decide can approve it, also who recorded the checks.',
  not_a_verifier: 'Someone who recorded no check has to approve it.',
  two: 'Two people who recorded no check have to approve it.',
};

function decidersWords({ tiers }: PolicyDocument, tier: Tier): string {
  const { deciders, holdHours } = tiers[tier];
  const hold =
    holdHours === 0
      ? 'The reset happens at once.'
      : `The reset happens ${counted(holdHours, 'hour')} after the user was told.`;
  return `${DECIDERS[deciders]} ${hold}`;
}
