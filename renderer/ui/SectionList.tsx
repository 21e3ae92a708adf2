import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { SelectField } from './SelectField.tsx';
import { t } from './words.ts';

interface Props {
  /** In the order of the page; each id is that of a Section. */
  sections: readonly { id: string; title: string }[];
  children: ReactNode;
}

/** A long page of sections with a list of them: at its right where there is room, and stays in sight; a choice above it elsewhere. */
export function SectionList({ sections, children }: Props) {
  const isBeside = useMediaQuery('(min-width: 1280px)');
  const { current, go } = useCurrentSection(sections.map(({ id }) => id));
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 6 }}>
      <Box sx={{ flex: 1, minWidth: 0, maxWidth: 1040 }}>
        {!isBeside && (
          <SelectField
            label={t('goToSection')}
            value={current}
            options={sections.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={({ target }) => go(target.value)}
          />
        )}
        {children}
      </Box>
      {isBeside && (
        <Box
          component="nav"
          aria-label={t('onThisPage')}
          sx={{ position: 'sticky', top: 24, width: 168, flexShrink: 0 }}
        >
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderLeft: 1, borderColor: 'divider' }}>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <Link
                  href={`#${id}`}
                  underline="none"
                  aria-current={id === current ? 'true' : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    go(id);
                  }}
                  sx={{
                    display: 'block',
                    ml: '-1px',
                    pl: 4,
                    py: 1.5,
                    borderLeft: 2,
                    borderColor: 'transparent',
                    fontSize: '0.8125rem',
                    color: 'text.secondary',
                    '&:hover': { color: 'text.primary' },
                    '&[aria-current]': {
                      color: 'primary.main',
                      borderColor: 'primary.main',
                      fontWeight: 500,
                    },
                  }}
                >
                  {title}
                </Link>
              </li>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** Which section is being read, as the page scrolls; `go` brings one into sight and the focus with it. */
function useCurrentSection(ids: readonly string[]) {
  const [current, setCurrent] = useState(ids[0] ?? '');
  const gone = useRef<{ id: string; scrollY: number } | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    const look = () => {
      // A section near the end can't come to the top of the window: who went to it is there until they scroll on.
      if (gone.current && Math.abs(window.scrollY - gone.current.scrollY) < 2) return;
      gone.current = null;
      const most = document.documentElement.scrollHeight - window.innerHeight;
      // The line that is read goes down the window as the page goes up, so that every section has its turn.
      const line = window.innerHeight * (most > 0 ? 0.1 + 0.8 * Math.min(1, window.scrollY / most) : 0);
      setCurrent(sectionAt(line, key.split(' ')));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, [key]);
  const go = (id: string) => {
    const section = document.getElementById(id);
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
    gone.current = { id, scrollY: window.scrollY };
    setCurrent(id);
  };
  return { current, go };
}

/** The section at a height of the window. Those beside one another share theirs. */
function sectionAt(line: number, ids: readonly string[]): string {
  const boxes = ids.map((id) => ({ id, box: document.getElementById(id)?.getBoundingClientRect() }));
  const found = boxes.findLast(({ box }) => box !== undefined && box.top <= line)?.box;
  if (!found) return ids[0] ?? '';
  const beside = boxes.filter(({ box }) => box !== undefined && Math.abs(box.top - found.top) < 2);
  const share = Math.min(0.99, (line - found.top) / Math.max(1, found.height));
  return beside[Math.floor(share * beside.length)]?.id ?? '';
}
