import type { Appearance } from '../../../contract/ipc.ts';
import { useAppearance } from '../../shared/useAppearance.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Section } from '../../ui/Section.tsx';
import { t } from './words.ts';

const CHOICES: readonly { value: Appearance; label: string }[] = [
  { value: 'system', label: t('asSystem') },
  { value: 'light', label: t('light') },
  { value: 'dark', label: t('dark') },
];

/** Counts at once, and on this computer only. */
export function AppearanceSection() {
  const { appearance, setAppearance } = useAppearance();
  return (
    <Section title={t('appearance')} id="appearance" lead={t('appearanceLead')}>
      <ChoiceField label={t('colours')} options={CHOICES} value={appearance} onChange={setAppearance} />
    </Section>
  );
}
