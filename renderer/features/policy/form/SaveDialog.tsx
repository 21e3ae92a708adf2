import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { Policy } from '../../../../contract/operations/policy.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { WhyField } from '../../../ui/WhyField.tsx';
import { impactWords, isAboutWho } from '../impact/impactWords.ts';
import { changedSettings } from '../policyFields.tsx';
import { laterWords } from '../rollOut/rollOutWords.ts';
import type { PolicyDraft } from '../usePolicyDraft.ts';
import { t } from '../words.ts';

interface Props {
  policy: PolicyDraft;
  impact: OutputOf<'policy.impact'>;
  reason: string;
  onReason: (reason: string) => void;
  onSaved: (saved: Policy) => void;
  /** Somebody else was faster: what is in force has to be read again. */
  onStale: () => void;
  onRecount: () => void;
  onClose: () => void;
}

/** Beyond that many people the number has to be typed. */
const REACH_WITHOUT_TYPING = 50;

/** Asks why, and where a change reaches many for their number; the step-up comes over it. */
export function SaveDialog(props: Props) {
  const { policy, impact, reason, onReason, onSaved, onStale, onRecount, onClose } = props;
  const { base, draft } = policy;
  const { reach } = impact;
  const changed = changedSettings(base, draft);
  const isTyped = reach > REACH_WITHOUT_TYPING;
  const now = useNow();
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const save = useWrite('policy.update', { onDone: onSaved });
  const isNumber = Number(typed.replace(/[\s,.]/g, '')) === reach;
  const confirm = () => {
    setAsked(true);
    if (!reason.trim() || (isTyped && !isNumber)) return;
    save.mutate(
      {
        ...changed,
        version: base.version,
        reason: reason.trim(),
        ...(isTyped && { confirmReach: reach }),
      },
      {
        onError: ({ code }) => {
          if (code === 'stale_version') onStale();
          if (code === 'confirm_number') onRecount();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      open
      keeps
      title={t('saveQuestion', { version: String(base.version + 1) })}
      confirmLabel={t('savePolicy')}
      busy={save.isPending}
      error={save.error && save.error.code !== 'stale_version' ? save.error.refusal : undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography sx={{ mb: 3 }}>
        {t('countsAtOnce', {
          impact: impactWords(impact, changed),
          later: isAboutWho(changed) ? laterWords(impact.upcoming, now) : '',
        })}
      </Typography>
      {(impact.weakens || isTyped) && (
        <Banner tone="warning">{impact.weakens ? t('makesWeaker') : t('reachesMany')}</Banner>
      )}
      {impact.stepUpRequired && !impact.weakens && !isTyped && (
        <Banner tone="warning">{t('leadsElsewhere')}</Banner>
      )}
      <WhyField
        value={reason}
        onChange={onReason}
        error={isAsked && !reason.trim() ? t('sayWhyStays') : undefined}
      />
      {isTyped && (
        <Field
          label={t('typeReach', { reach: String(reach) })}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          error={isAsked && !isNumber ? t('confirmReach', { reach: String(reach) }) : undefined}
          inputProps={{ inputMode: 'numeric', autoComplete: 'off' }}
        />
      )}
    </ConfirmDialog>
  );
}
