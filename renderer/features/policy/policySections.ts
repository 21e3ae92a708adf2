import { t } from './words.ts';

/** The parts of the policy's page, in its order. */
export const SECTIONS = [
  { id: 'policy-who', title: t('whoNeedsMfa') },
  { id: 'policy-setup', title: t('settingUp') },
  { id: 'policy-sessions', title: t('sessions') },
  { id: 'policy-tiers', title: t('requestsByTier') },
  { id: 'policy-requests', title: t('allRequests') },
] as const;

export type SectionName = 'who' | 'setup' | 'sessions' | 'tiers' | 'requests';

/** What a section is called, and how it is gone to. */
export function sectionOf(name: SectionName) {
  const { id, title } = SECTIONS.find((section) => section.id === `policy-${name}`) ?? SECTIONS[0];
  return { id, title };
}
