import { mdiAlertOutline, mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { ResetRequest, Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { isPending } from '../../../shared/requestLook.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { t } from '../words.ts';

/** The risk with its reasons, and what it asks of whoever decides. */
export function TierSection({ request }: { request: ResetRequest }) {
  const { tier, reasons, state, pausedAt } = request;
  const isReported = request.suspectedAttack && isPending(request);
  const isUndecided = (state === 'open' || state === 'verified') && pausedAt === null;
  const { data: policy } = useRead('policy.get', {});
  return (
    <Section title={t('risk', { tier })}>
      {reasons.length === 0 && !isReported ? (
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Icon path={mdiCheckCircleOutline} size={18} sx={{ color: 'success.main', mt: '1px' }} />
          <span>{t('nothingRaisesRisk')}</span>
        </Box>
      ) : (
        <Box
          component="ul"
          aria-label={t('reasons')}
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}
        >
          {isReported && <Reason sentence={t('attackWasReported')} at={pausedAt} />}
          {reasons.map(({ code, sentence, at }) => (
            <Reason key={`${code} ${sentence}`} sentence={sentence} at={at} />
          ))}
        </Box>
      )}
      {isUndecided && (
        // Its room is kept, so that the evidence below it doesn't move once it is there.
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3, minHeight: '2lh' }}>
          {policy && `${DECIDERS[policy.tiers[tier].deciders]} ${holdWords(policy.tiers[tier])}`}
        </Typography>
      )}
    </Section>
  );
}

function Reason({ sentence, at }: { sentence: string; at: string | null }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2 }}>
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
  );
}

const DECIDERS: Record<PolicyDocument['tiers'][Tier]['deciders'], string> = {
  anyone: t('decidedByAnyone'),
  not_a_verifier: t('decidedByOther'),
  two: t('decidedByTwo'),
};

const holdWords = ({ holdHours }: PolicyDocument['tiers'][Tier]): string =>
  holdHours === 0 ? t('resetAtOnce') : t('resetAfterHold', { hours: holdHours });
