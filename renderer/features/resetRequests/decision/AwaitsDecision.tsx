import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { allOf } from '../../../language/intl.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { duration } from '../../../ui/time.ts';
import { SayBox } from '../evidence/SayBox.tsx';
import { isDecided, useRequestWrite } from '../useRequestWrite.ts';
import { rich, t } from '../words.ts';

/** So many names can be read at a glance. */
const NAMED = 4;

/** Once the evidence is complete, for who may not decide: who may, how long that takes, and what the caller is told. */
export function AwaitsDecision({ request }: { request: ResetRequest }) {
  const { awaitsDecision: awaits, decision } = request;
  if (!awaits || decision.approve.allowed) return null;
  const { deciders, asked, ask, medianSeconds } = awaits;
  const isOn = decision.verify.allowed;
  return (
    <Section
      title={t('awaitsTitle')}
      action={isOn && ask.allowed && <AskButton id={request.id} count={deciders.length} />}
    >
      <Typography>
        {deciders.length === 0 ? t('awaitsNobody') : whoDecides(deciders)}{' '}
        {medianSeconds === null
          ? t('awaitsUnknown')
          : t('awaitsUsually', { duration: duration(medianSeconds * 1000) })}
      </Typography>
      {asked && (
        <Typography sx={{ mt: 1 }}>
          {asked.by
            ? rich('awaitsAsked', { name: asked.by.name, at: <RelativeTime at={asked.at} /> })
            : rich('awaitsAskedAt', { at: <RelativeTime at={asked.at} /> })}
        </Typography>
      )}
      {isOn && ask.sentence && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {ask.sentence}
        </Typography>
      )}
      {isOn && deciders.length > 0 && <TellCaller request={request} seconds={medianSeconds} />}
    </Section>
  );
}

function whoDecides(deciders: readonly { name: string }[]): string {
  const named = deciders.slice(0, deciders.length > NAMED + 1 ? NAMED : NAMED + 1).map(({ name }) => name);
  const others = deciders.length - named.length;
  const names = allOf([...named, ...(others > 0 ? [t('andOthers', { count: others })] : [])]);
  return t('awaitsWho', { names, count: deciders.length });
}

function AskButton({ id, count }: { id: string; count: number }) {
  const toast = useToast();
  const ask = useRequestWrite('resetRequests.askDecision', () => toast(t('decisionAskedNow', { count })));
  return (
    <Box sx={{ maxWidth: '100%' }}>
      <SubmitButton variant="outlined" busy={ask.isPending} onClick={() => ask.mutate({ id })}>
        {t('askDecision')}
      </SubmitButton>
      {ask.error && !isDecided(ask.error) && <Banner tone="danger">{ask.error.message}</Banner>}
    </Box>
  );
}

/** What the caller may be told, who has proven who they are: how it goes on, and that nobody will ask for a code. */
function TellCaller({ request, seconds }: { request: ResetRequest; seconds: number | null }) {
  const { data: policy } = useRead('policy.get', {});
  const hours = policy?.tiers[request.tier].holdHours ?? 0;
  const said =
    seconds === null
      ? t('tellDecides')
      : t('tellDecidesIn', { duration: duration(Math.max(60, seconds) * 1000) });
  return (
    <SayBox
      title={t('tellCaller')}
      text={[said, ...(hours > 0 ? [t('tellHold', { hours })] : [])].join(' ')}
    />
  );
}
