import { mdiOpenInNew } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { LANGUAGES } from '../../contract/words/languages.ts';
import { Icon } from '../ui/Icon.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { SIZES, SPEECHES, THEMES, WIDTHS, writeView, type View } from './address.ts';
import { findStory, stateShown } from './stories.ts';
import { t } from './words.ts';

const SPOKEN = {
  en: LANGUAGES.en.name,
  de: LANGUAGES.de.name,
  long: t('stretched'),
  mirrored: t('mirrored'),
};

/** How the story is shown; each choice changes the address. */
export function Controls({ view }: { view: View }) {
  const story = findStory(view.story);
  const choice = <N extends keyof View>(
    name: N,
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <SelectField
      compact
      label={label}
      value={view[name]}
      options={options}
      onChange={({ target }) => {
        location.hash = writeView({ ...view, [name]: target.value });
      }}
    />
  );
  const shownState = story ? stateShown(story, view.state) : '';
  const states = (story?.states ?? []).map((name) => ({ value: name as string, label: t(name) }));
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: 4,
        py: 2,
        minHeight: 56,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography variant="h1" sx={{ mr: 'auto' }}>
        {story?.title ?? t('gallery')}
      </Typography>
      {states.length > 0 && (
        <SelectField
          compact
          label={t('states')}
          value={shownState}
          options={story?.alone ? states : [{ value: '', label: t('allStates') }, ...states]}
          onChange={({ target }) => {
            location.hash = writeView({ ...view, state: target.value });
          }}
        />
      )}
      {choice(
        'theme',
        t('theme'),
        THEMES.map((value) => ({ value, label: t(value) })),
      )}
      {choice(
        'speech',
        t('language'),
        SPEECHES.map((value) => ({ value, label: SPOKEN[value] })),
      )}
      {choice(
        'width',
        t('width'),
        WIDTHS.map((value) => ({
          value,
          label: value === 'full' ? t('fullWidth') : t('pixels', { count: value }),
        })),
      )}
      {choice(
        'size',
        t('size'),
        SIZES.map((value) => ({ value, label: t('percent', { count: value }) })),
      )}
      <Button
        size="small"
        startIcon={<Icon path={mdiOpenInNew} size={16} />}
        href={`stage.html${writeView(view)}`}
        target="_blank"
      >
        {t('ownWindow')}
      </Button>
    </Box>
  );
}
