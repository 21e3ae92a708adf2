import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { beginsIn } from '../language/intl.ts';
import { Logo } from '../ui/Logo.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { writeView, type View } from './address.ts';
import { searchOnSlash } from './slash.ts';
import { SHELVES } from './stories.ts';
import { t } from './words.ts';

/** What there is to look at. `/` searches; arrows go from one to the next, out of the search too. */
export function Contents({ view }: { view: View }) {
  const [typed, setTyped] = useState('');
  useEffect(searchOnSlash, []);
  const shelves = SHELVES.map((shelf) => ({
    ...shelf,
    stories: shelf.stories.filter(({ title }) => contains(title, typed) || contains(shelf.title, typed)),
  })).filter(({ stories }) => stories.length > 0);
  return (
    <Box
      component="aside"
      aria-label={t('gallery')}
      sx={{
        flexShrink: 0,
        width: { xs: '100%', md: 284 },
        maxHeight: { xs: '36vh', md: 'none' },
        display: 'flex',
        flexDirection: 'column',
        borderStyle: 'solid',
        borderWidth: { xs: '0 0 1px', md: '0 1px 0 0' },
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
      onKeyDown={goAlong}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, pt: 3, fontWeight: 600 }}>
        <Logo />
        {t('gallery')}
      </Box>
      <Box sx={{ px: 3, py: 3 }}>
        <SearchField label={t('searchStories')} value={typed} onChange={setTyped} />
      </Box>
      <Box
        component="nav"
        aria-label={t('stories')}
        sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 2, pb: 4 }}
      >
        {shelves.length === 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ px: 2 }}>
            {t('nothingFound', { typed })}
          </Typography>
        )}
        {shelves.map(({ title, path, stories }) => (
          <Box key={title} sx={{ mb: 3 }}>
            {path ? (
              <Entry view={view} path={path} title={title} heading />
            ) : (
              <Typography variant="body2" sx={{ px: 2, py: 1, fontWeight: 600 }}>
                {title}
              </Typography>
            )}
            <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {stories.map((story) => (
                <li key={story.path}>
                  <Entry view={view} path={story.path} title={story.title} />
                </li>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

interface EntryProps {
  view: View;
  path: string;
  title: string;
  heading?: boolean;
}

function Entry({ view, path, title, heading }: EntryProps) {
  const isHere = path === view.story;
  return (
    <Link
      href={writeView({ ...view, story: path, state: '' })}
      aria-current={isHere ? 'page' : undefined}
      sx={{
        display: 'block',
        px: 2,
        py: 1,
        borderRadius: '6px',
        fontSize: '0.8125rem',
        fontWeight: heading || isHere ? 600 : 400,
        color: isHere ? 'primary.main' : 'text.primary',
        bgcolor: isHere ? 'soft.accent' : 'transparent',
        textDecoration: 'none',
        '&:hover': { bgcolor: isHere ? 'soft.accent' : 'surface.hover' },
      }}
    >
      {title}
    </Link>
  );
}

/** Names of pieces are one word: what was typed may stand anywhere in them. */
const contains = (text: string, typed: string) =>
  beginsIn(text, typed) || text.toLowerCase().includes(typed.trim().toLowerCase());

const STEPS: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a[href]')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[here + step];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
