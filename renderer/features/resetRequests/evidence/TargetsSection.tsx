import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { t } from '../words.ts';
import { FactorRow } from './FactorRow.tsx';
import { SystemTarget } from './SystemTarget.tsx';

/**
 * What the reset removes, here and in connected systems, how far that is, and *stop now* for a phone in the wrong hands. Which of
 * them go is asked where there are several: of one there is nothing to choose.
 */
export function TargetsSection({ request }: { request: ResetRequest }) {
  const { state, targets, decision } = request;
  const isPlan = ['open', 'verified', 'approved'].includes(state);
  const isPending = isPlan || state === 'executing';
  const factors = useRead('users.factors', { id: request.user.id }, { enabled: isPending });
  const [isStopping, setStopping] = useState(false);
  const items = factors.data?.items ?? [];
  const here = items.filter(({ systemId }) => systemId === null);
  const counting = here.filter(({ stopped }) => !stopped);
  const elsewhere = targets.flatMap((target) => (target.system ? [{ target, system: target.system }] : []));
  const isElsewhere = elsewhere.length > 0;
  if (!isElsewhere && (!isPending || here.length === 0)) return null;
  const stop = isPending && decision.stopAuthenticators.allowed && counting.length > 0 && (
    <Button variant="outlined" color="error" onClick={() => setStopping(true)}>
      {t('stopAuthenticators', { count: counting.length })}
    </Button>
  );
  if (!isElsewhere && here.length === 1 && !stop && counting.length > 0) return null;
  return (
    <Section title={isPending ? t('whatGoes') : t('whatWent')} action={stop}>
      {isPending && here.length > 0 && isElsewhere && <Typography variant="h3">{t('targetHere')}</Typography>}
      {isPending &&
        here.map((factor) => <FactorRow key={factor.id} factor={factor} held={items} request={request} />)}
      {elsewhere.map(({ target, system }) => (
        <SystemTarget key={target.systemId} target={target} system={system} isPlan={isPlan}>
          {isPlan && (
            <>
              {items
                .filter(({ systemId }) => systemId === target.systemId)
                .map((factor) => (
                  <FactorRow key={factor.id} factor={factor} held={items} request={request} />
                ))}
              {factors.data?.unavailable
                .filter(({ systemId }) => systemId === target.systemId)
                .map(({ systemId, sentence }) => (
                  <Banner key={systemId} tone="warning">
                    {sentence}
                  </Banner>
                ))}
            </>
          )}
        </SystemTarget>
      ))}
      {state === 'executing' && <TryAgain request={request} />}
      <StopDialog open={isStopping} request={request} onClose={() => setStopping(false)} />
    </Section>
  );
}

/** Where something failed, or waits for another try. */
function TryAgain({ request }: { request: ResetRequest }) {
  const retry = useRequestWrite('resetRequests.retry');
  const { allowed, sentence } = request.decision.retry;
  if (!request.targets.some(({ sentence: failed }) => failed !== null)) return null;
  return (
    <>
      {retry.error && <Banner tone="danger">{retry.error.message}</Banner>}
      <SubmitButton
        variant="outlined"
        busy={retry.isPending}
        disabled={!allowed}
        onClick={() => retry.mutate({ id: request.id })}
        sx={{ mt: 3 }}
      >
        {t('tryAgain')}
      </SubmitButton>
      {!allowed && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {sentence}
        </Typography>
      )}
    </>
  );
}

interface StopProps {
  open: boolean;
  request: ResetRequest;
  onClose: () => void;
}

function StopDialog({ open, request, onClose }: StopProps) {
  const { name } = request.user;
  const stop = useRequestWrite('resetRequests.stopAuthenticators', onClose);
  return (
    <ConfirmDialog
      open={open}
      title={t('stopFactorsTitle', { name })}
      confirmLabel={t('stopNow')}
      danger
      busy={stop.isPending}
      error={stop.error?.message}
      onConfirm={() => stop.mutate({ id: request.id })}
      onClose={onClose}
    >
      {t('stopFactorsMeaning', { name })}
    </ConfirmDialog>
  );
}
