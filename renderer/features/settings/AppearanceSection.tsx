import type { Appearance } from '../../../contract/ipc.ts';
import { useAppearance } from '../../shared/useAppearance.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Section } from '../../ui/Section.tsx';

const CHOICES: readonly { value: Appearance; label: string }[] = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Counts at once, and on this computer only. */
export function AppearanceSection() {
  const { appearance, setAppearance } = useAppearance();
  return (
    <Section title="Appearance" lead="On this computer only.">
      <ChoiceField label="Colours" options={CHOICES} value={appearance} onChange={setAppearance} />
    </Section>
  );
}
