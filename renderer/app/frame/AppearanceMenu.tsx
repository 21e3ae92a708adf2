import { mdiCircleHalfFull, mdiWeatherNight, mdiWhiteBalanceSunny } from '@mdi/js';
import { ActionMenu } from '../../ui/ActionMenu.tsx';
import { useAppearance } from '../../shared/useAppearance.ts';

/** Light, dark, or as the system does. */
export function AppearanceMenu() {
  const { setAppearance } = useAppearance();
  return (
    <ActionMenu
      label="Appearance"
      icon={mdiCircleHalfFull}
      actions={[
        { label: 'Like the system', icon: mdiCircleHalfFull, onSelect: () => setAppearance('system') },
        { label: 'Light', icon: mdiWhiteBalanceSunny, onSelect: () => setAppearance('light') },
        { label: 'Dark', icon: mdiWeatherNight, onSelect: () => setAppearance('dark') },
      ]}
    />
  );
}
