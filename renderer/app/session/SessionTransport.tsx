import { useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { TransportContext, useTransport } from '../../data/context.ts';
import type { Transport } from '../../transport/transport.ts';

/**
 * What is below was drawn in this session and acts in no other one, also where the page slept while somebody else signed in on
 * another page of this browser. Once a call hears of that, nothing of this session stays on screen.
 */
export function SessionTransport({ session, children }: { session: string; children: ReactNode }) {
  const transport = useTransport();
  const client = useQueryClient();
  const own = useMemo((): Transport => {
    const drawn = transport.drawnIn(session);
    return {
      ...drawn,
      async call(operation, input) {
        const result = await drawn.call(operation, input);
        if (!result.ok && result.error.code === 'other_session')
          void client.resetQueries({ queryKey: ['me.get'] });
        return result;
      },
    };
  }, [transport, client, session]);
  return <TransportContext value={own}>{children}</TransportContext>;
}
