import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { SelectField } from './SelectField.tsx';
import { t } from './words.ts';

/** What a page of 720 px holds between its insets. */
const READING = 656;

interface Props {
  /** In the order of the page; each id is that of a Section. */
  sections: readonly { id: string; title: string }[];
  /** As of a page: what is read and filled in stops at 720 px. */
  width?: 'full' | 'reading';
  children: ReactNode;
}

/** A long page of sections with a list of them: at its right where there is room, and stays in sight; a choice above it elsewhere. */
export function SectionList({ sections, width = 'full', children }: Props) {
  const isBeside = useMediaQuery('(min-width: 1280px)');
  const { current, go } = useCurrentSection(sections.map(({ id }) => id));
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 6 }}>
      <Box sx={{ flex: 1, minWidth: 0, maxWidth: width === 'reading' ? READING : 1040 }}>
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
      setCurrent(sectionAt(window.scrollY, key.split(' ')));
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

/** How far one notch of a wheel scrolls; pixels. */
const NOTCH = 120;

/** The section that is read where the page is scrolled to. */
function sectionAt(scrollY: number, ids: readonly string[]): string {
  const starts = startsOf(ids);
  return ids[starts.findLastIndex((start) => start <= scrollY)] ?? ids[0] ?? '';
}

/**
 * Where the page is scrolled to when each section has its turn: the line that is read goes down the window as the page goes up.
 * Each stays for a notch of the wheel at least, so that a short one is not jumped over.
 */
function startsOf(ids: readonly string[]): number[] {
  const height = window.innerHeight;
  const most = document.documentElement.scrollHeight - height;
  if (most <= 0) return ids.map((_, index) => (index === 0 ? 0 : Infinity));
  const starts = topsOf(ids).map((top) => (top - 0.1 * height) / (1 + (0.8 * height) / most));
  const notch = Math.min(NOTCH, most / ids.length);
  for (let at = 1; at < starts.length; at += 1)
    starts[at] = Math.max(starts[at] ?? 0, (at === 1 ? 0 : (starts[at - 1] ?? 0)) + notch);
  let end = most;
  for (let at = starts.length - 1; at > 0; at -= 1) {
    end = Math.min(starts[at] ?? 0, at === starts.length - 1 ? most - 1 : end - notch);
    starts[at] = end;
  }
  starts[0] = 0;
  return starts;
}

/** Where each begins on the page. Those beside one another share their height. */
function topsOf(ids: readonly string[]): number[] {
  const boxes = ids.map((id) => document.getElementById(id)?.getBoundingClientRect());
  return boxes.map((box, index) => {
    if (!box) return 0;
    const isBeside = (other: DOMRect | undefined) => other !== undefined && Math.abs(other.top - box.top) < 2;
    const before = boxes.slice(0, index).filter(isBeside).length;
    return box.top + window.scrollY + (before * box.height) / boxes.filter(isBeside).length;
  });
}
