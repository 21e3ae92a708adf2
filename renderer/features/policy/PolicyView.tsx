import { useState } from 'react';
import type { Policy } from '../../../contract/operations/policy.ts';
import type { Tier } from '../../../contract/operations/resetRequestSchemas.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Section, SectionPair } from '../../ui/Section.tsx';
import { CeilingsView } from './ceilings/CeilingsView.tsx';
import { useConnected } from './fields/useConnected.ts';
import { FIELDS } from './policyFields.tsx';
import { sectionOf, type SectionName } from './policySections.ts';
import { TierView } from './tiers/TierView.tsx';
import { t } from './words.ts';

/** The policy for those who may read it only. */
export function PolicyView({ policy }: { policy: Policy }) {
  const [tier, setTier] = useState<Tier>('standard');
  const isConnected = useConnected();
  // What can't be for now is left out: without systems nothing is held, without waves nothing pauses.
  const silent = [
    ...(isConnected || policy.holdRequired ? [] : ['holdRequired']),
    ...(policy.rollOut.waves.length > 0 ? [] : ['rollOut.pausedAt', 'rollOut.pauseAtOpenRequests']),
  ];
  const facts = (group: SectionName) => (
    <DescriptionList
      facts={FIELDS.filter(
        ({ group: of, key }) => of === group && !key.startsWith('ceilings.') && !silent.includes(key),
      ).map(({ label, show }) => ({
        term: label,
        value: show(policy),
      }))}
    />
  );
  return (
    <>
      <Banner>{t('readOnly')}</Banner>
      <Section {...sectionOf('who')}>{facts('who')}</Section>
      <SectionPair>
        <Section {...sectionOf('setup')}>{facts('setup')}</Section>
        <Section {...sectionOf('sessions')}>{facts('sessions')}</Section>
      </SectionPair>
      <Section {...sectionOf('tiers')} flush>
        <TierView policy={policy} tier={tier} onTier={setTier} />
      </Section>
      <Section {...sectionOf('requests')}>
        {facts('requests')}
        <CeilingsView ceilings={policy.ceilings} />
      </Section>
    </>
  );
}
