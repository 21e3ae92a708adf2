import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import type { Appearance } from '../../contract/ipc.ts';
import { createStyleCache } from './styleCache.ts';
import { theme } from './theme.ts';

const styleCache = createStyleCache();

/** Fonts, colours and what MUI's pieces look like, around everything that is shown. @param start how it looks at first */
export function Look({ start, children }: { start: Appearance; children: ReactNode }) {
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={theme} defaultMode={start} storageManager={null} noSsr>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
