import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import { ShellContext, TransportContext } from '../data/context.ts';
import type { Shell } from '../transport/shell.ts';
import type { Transport } from '../transport/transport.ts';
import { createQueryClient } from './queryClient.ts';
import { createRouter } from './routes.tsx';
import { StepUpProvider } from './session/StepUpProvider.tsx';
import { createStyleCache } from './styleCache.ts';
import { theme } from './theme.ts';

const styleCache = createStyleCache();

/** The console in whichever shell hands over its transport. */
export function App({ transport, shell }: { transport: Transport; shell: Shell }) {
  const [client] = useState(createQueryClient);
  const [router] = useState(createRouter);
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={theme} defaultMode={shell.appearance} storageManager={null} noSsr>
        <CssBaseline enableColorScheme />
        <ShellContext value={shell}>
          <TransportContext value={transport}>
            <QueryClientProvider client={client}>
              <StepUpProvider>
                <RouterProvider router={router} />
              </StepUpProvider>
            </QueryClientProvider>
          </TransportContext>
        </ShellContext>
      </ThemeProvider>
    </CacheProvider>
  );
}
