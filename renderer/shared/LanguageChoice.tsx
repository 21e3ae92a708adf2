import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { LANGUAGES, LANGUAGE_TAGS } from '../../contract/words/languages.ts';
import { chooseHere, language } from '../language/current.ts';
import { t } from './words.ts';

/** The languages there are, each by its own name, for whoever isn't signed in: kept in this browser only. */
export function LanguageChoice() {
  return (
    <Box
      role="group"
      aria-label={t('language')}
      sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center' }}
    >
      {LANGUAGE_TAGS.map((tag) => (
        <Button
          key={tag}
          size="small"
          color="inherit"
          lang={LANGUAGES[tag].locale}
          aria-pressed={tag === language}
          onClick={() => chooseHere(tag)}
          sx={{ fontWeight: tag === language ? 600 : 400 }}
        >
          {LANGUAGES[tag].name}
        </Button>
      ))}
    </Box>
  );
}
