import { useQueryClient } from '@tanstack/react-query';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Policy, PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { Tier } from '../../../../contract/operations/resetRequestSchemas.ts';
import { TIERS } from '../../../../contract/requestStates.ts';
import { SectionPair } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { draftProblems } from '../draftProblems.ts';
import { ImpactBar } from '../impact/ImpactBar.tsx';
import { ImpactDialog } from '../impact/ImpactDialog.tsx';
import { OvertakenBanner } from './OvertakenBanner.tsx';
import { RequestsSection } from './RequestsSection.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { SetupSection } from './SetupSection.tsx';
import { TierSection } from './TierSection.tsx';
import { showProblem } from '../fields/showProblem.ts';
import { useImpact } from '../impact/useImpact.ts';
import { usePolicyDraft } from '../usePolicyDraft.ts';
import { WhoSection } from './WhoSection.tsx';
import { t } from '../words.ts';

/** An old version, to be looked at and saved as a new one. */
export interface BroughtBack {
  document: PolicyDocument;
  version: number;
}

interface Props {
  inForce: Policy;
  begin: BroughtBack | undefined;
  /** It is saved or discarded: what follows has nothing to do with it. */
  onBegun: () => void;
}

/** The policy, to be changed: nothing counts until it is saved, and before that it says who it will hit. */
export function PolicyForm({ inForce, begin, onBegun }: Props) {
  const client = useQueryClient();
  const toast = useToast();
  const policy = usePolicyDraft(inForce, begin?.document, useNow());
  const [reason, setReason] = useState(begin ? t('bringsBack', { version: String(begin.version) }) : '');
  const [asks, setAsks] = useState<'who' | 'save' | null>(null);
  const [tier, setTier] = useState<Tier>('standard');
  const own = draftProblems(policy.draft);
  const impact = useImpact(policy.base, policy.draft, Object.keys(own).length === 0);
  const refused = impact.error?.code === 'invalid_input' ? (impact.error.problem.fields ?? {}) : {};
  const problems = { ...refused, ...own };
  const isChanged = policy.changes.length > 0;
  useUnsaved(isChanged, t('leaveWithoutSaving'));
  const close = () => setAsks(null);
  const show = (key: string) => {
    const named = TIERS.find((one) => key.startsWith(`tiers.${one}.`));
    if (named) flushSync(() => setTier(named));
    showProblem(key);
  };
  return (
    <>
      <OvertakenBanner policy={policy} />
      {begin && !isChanged && (
        <Typography color="textSecondary" sx={{ mb: 4 }}>
          {t('sameAsInForce', { version: String(begin.version) })}
        </Typography>
      )}
      <WhoSection policy={policy} problems={problems} impact={impact} />
      <SectionPair>
        <SetupSection policy={policy} problems={problems} />
        <SessionsSection policy={policy} problems={problems} />
      </SectionPair>
      <TierSection policy={policy} problems={problems} tier={tier} onTier={setTier} />
      <RequestsSection policy={policy} problems={problems} />
      {isChanged && (
        <ImpactBar
          changes={policy.changes.length}
          impact={impact}
          problems={problems}
          onSee={() => setAsks('who')}
          onShow={show}
          onDiscard={() => {
            policy.discard();
            setReason('');
            onBegun();
          }}
          onSave={() => setAsks('save')}
        />
      )}
      {asks === 'who' && impact.counts && (
        <ImpactDialog change={impact.change} counts={impact.counts} onClose={close} />
      )}
      {asks === 'save' && impact.counts && (
        <SaveDialog
          policy={policy}
          impact={impact.counts}
          reason={reason}
          onReason={setReason}
          onSaved={(saved) => {
            client.setQueryData(['policy.get', {}], saved);
            policy.accept(saved);
            onBegun();
            setReason('');
            close();
            toast(t('inForceNow', { version: String(saved.version) }));
          }}
          onStale={() => {
            close();
            void client.invalidateQueries({ queryKey: ['policy.get'] });
          }}
          onRecount={impact.retry}
          onClose={close}
        />
      )}
    </>
  );
}
