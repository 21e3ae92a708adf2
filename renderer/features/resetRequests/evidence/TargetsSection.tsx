import { mdiCellphoneOff } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { rich, t } from '../words.ts';

type Factor = OutputOf<'users.factors'>['items'][number];

/**
 * What the reset will remove, and *stop now* for a phone in the wrong hands. Which of them go is asked where there are several:
 * of one there is nothing to choose.
 */
export function TargetsSection({ request }: { request: ResetRequest }) {
  const isPending = ['open', 'verified', 'approved', 'executing'].includes(request.state);
  const factors = useRead('users.factors', { id: request.user.id }, { enabled: isPending });
  const [isStopping, setStopping] = useState(false);
  const items = factors.data?.items.filter(({ systemId }) => systemId === null) ?? [];
  const counting = items.filter(({ stopped }) => !stopped);
  const { stopAuthenticators: stopping } = request.decision;
  if (!isPending || items.length === 0) return null;
  const stop = stopping.allowed && counting.length > 0 && (
    <Button variant="outlined" color="error" onClick={() => setStopping(true)}>
      {t('stopAuthenticators', { count: counting.length })}
    </Button>
  );
  if (items.length === 1 && !stop && counting.length > 0) return null;
  return (
    <Section title={t('whatGoes')} action={stop}>
      {items.map((factor) => (
        <FactorRow key={factor.id} factor={factor} factors={items} request={request} />
      ))}
      <StopDialog open={isStopping} request={request} onClose={() => setStopping(false)} />
    </Section>
  );
}

interface RowProps {
  factor: Factor;
  factors: readonly Factor[];
  request: ResetRequest;
}

function FactorRow({ factor, factors, request }: RowProps) {
  const choose = useRequestWrite('resetRequests.chooseTargets');
  const going = request.targets.flatMap(({ systemId, factorIds }) =>
    systemId === null ? (factorIds ?? []) : [],
  );
  const isGoing = going.includes(factor.id);
  const chosen = isGoing ? going.filter((id) => id !== factor.id) : [...going, factor.id];
  // Nothing that goes is no reset; and what stays has to be usable, or all goes.
  const staysUsable = factors.some(({ id, stopped }) => !stopped && !chosen.includes(id));
  const canTurn = chosen.length > 0 && (staysUsable || chosen.length === factors.length);
  const isChoice = factors.length > 1 && request.decision.verify.allowed;
  const words = (
    <Box sx={{ py: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
        <span>{factor.name}</span>
        {factor.stopped && <StatusChip icon={mdiCellphoneOff} label={t('factorStopped')} tone="danger" />}
        {!isChoice && factors.length > 1 && !isGoing && (
          <Typography variant="body2" color="textSecondary" component="span">
            {t('factorStays')}
          </Typography>
        )}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {factor.createdAt && rich('factorSetUp', { day: <RelativeTime at={factor.createdAt} dayOnly /> })}
        {factor.createdAt && factor.lastUsedAt && ' · '}
        {factor.lastUsedAt && rich('factorLastUsed', { time: <RelativeTime at={factor.lastUsedAt} /> })}
      </Typography>
    </Box>
  );
  if (!isChoice) return words;
  return (
    <>
      <FormControlLabel
        sx={{ display: 'flex', m: 0, ml: -2 }}
        label={words}
        control={
          <Checkbox
            checked={isGoing}
            disabled={choose.isPending || !canTurn}
            onChange={() =>
              choose.mutate({
                id: request.id,
                version: request.version,
                targets: [{ systemId: null, factorIds: chosen }, ...elsewhereOf(request)],
              })
            }
          />
        }
      />
      {choose.error && <Banner tone="danger">{choose.error.message}</Banner>}
    </>
  );
}

/** What goes in connected systems stays as it is chosen. */
const elsewhereOf = ({ targets }: ResetRequest) =>
  targets.flatMap(({ systemId, factorIds }) => (systemId === null ? [] : [{ systemId, factorIds }]));

function StopDialog({
  open,
  request,
  onClose,
}: {
  open: boolean;
  request: ResetRequest;
  onClose: () => void;
}) {
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
