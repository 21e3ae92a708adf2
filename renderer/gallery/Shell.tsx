import Box from '@mui/material/Box';
import { useColorScheme } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Look } from '../app/Look.tsx';
import { SkipLink } from '../app/frame/SkipLink.tsx';
import { direction, locale } from '../language/current.ts';
import { writeView, type View } from './address.ts';
import { Contents } from './Contents.tsx';
import { Controls } from './Controls.tsx';
import { useView } from './useView.ts';
import { t } from './words.ts';

/** Puts the gallery into the document: what there is at the left, how it is shown above, and the story itself. */
export function showShell(): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = direction;
  document.title = `${t('gallery')} · Gatehouse`;
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <Look start="system">
        <Shell />
      </Look>,
    );
}

function Shell() {
  const view = useView();
  const { setMode } = useColorScheme();
  useEffect(() => setMode(view.theme), [view.theme, setMode]);
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: { xs: 'column', md: 'row' },
        height: '100vh',
        overflow: 'hidden',
      }}
    >
      <SkipLink />
      <Contents view={view} />
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <Controls view={view} />
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minHeight: 0, overflowX: 'auto', bgcolor: 'soft.neutral' }}
        >
          <StageWindow view={view} />
        </Box>
      </Box>
    </Box>
  );
}

/** A window of its own, so that what depends on the window's width does, whatever stands around it. */
function StageWindow({ view }: { view: View }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const address = new URL(`stage.html${writeView(view)}`, location.href).href;
  const [first] = useState(address);
  useEffect(() => {
    const stage = frame.current?.contentWindow?.location;
    // Not by `src`: each would be one more step for the back button.
    if (stage && stage.href !== 'about:blank') stage.replace(address);
  }, [address]);
  return (
    <Box
      component="iframe"
      ref={frame}
      src={first}
      title={t('stage')}
      sx={{
        display: 'block',
        width: view.width === 'full' ? '100%' : `${view.width}px`,
        height: '100%',
        mx: 'auto',
        border: 0,
        bgcolor: 'background.default',
      }}
    />
  );
}
