import { mdiCircleHalfFull } from '@mdi/js';
import { LANGUAGES, LANGUAGE_TAGS } from '../../../contract/words/languages.ts';
import { useAppearance } from '../../shared/useAppearance.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { t } from '../words.ts';
import { useOwnLanguage } from './useOwnLanguage.ts';

/** Light, dark, or as the system does; and the language, each by its own name. */
export function AppearanceMenu() {
  const { appearance, setAppearance } = useAppearance();
  const { own, choose } = useOwnLanguage();
  return (
    <ChoiceMenu
      label={t('appearanceAndLanguage')}
      icon={mdiCircleHalfFull}
      groups={[
        {
          title: t('appearance'),
          options: (['system', 'light', 'dark'] as const).map((look) => ({
            label: { system: t('asMySystem'), light: t('light'), dark: t('dark') }[look],
            chosen: look === appearance,
            onChoose: () => setAppearance(look),
          })),
        },
        {
          title: t('language'),
          options: [
            { label: t('asMySystem'), chosen: own === null, onChoose: () => choose(null) },
            ...LANGUAGE_TAGS.map((tag) => ({
              label: LANGUAGES[tag].name,
              lang: LANGUAGES[tag].locale,
              chosen: own === tag,
              onChoose: () => choose(tag),
            })),
          ],
        },
      ]}
    />
  );
}
