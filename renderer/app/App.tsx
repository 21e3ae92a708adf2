import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { FetchAheadContext, ShellContext, TransportContext } from '../data/context.ts';
import type { Shell } from '../transport/shell.ts';
import type { Transport } from '../transport/transport.ts';
import { Look } from './Look.tsx';
import { createQueryClient } from './queryClient.ts';
import { createRouter, fetchFrame } from './routes.tsx';

interface Props {
  transport: Transport;
  shell: Shell;
  /** Where the address stands: in the browser's own bar, unless told. */
  makeRouter?: typeof createRouter;
}

/** The console in whichever shell hands over its transport. */
export function App({ transport, shell, makeRouter = createRouter }: Props) {
  const [client] = useState(createQueryClient);
  const [router] = useState(makeRouter);
  return (
    <Look start={shell.appearance}>
      <ShellContext value={shell}>
        <TransportContext value={transport}>
          <QueryClientProvider client={client}>
            <FetchAheadContext value={fetchFrame}>
              <RouterProvider router={router} />
            </FetchAheadContext>
          </QueryClientProvider>
        </TransportContext>
      </ShellContext>
    </Look>
  );
}
