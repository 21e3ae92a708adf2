import { useEffect, useEffectEvent } from 'react';
import type { LiveEvent } from '../../contract/events.ts';
import { useTransport } from './context.ts';

/** Hears live events while mounted. Most pages need nothing: what they read is refetched by itself. */
export function useLive(listener: (event: LiveEvent) => void): void {
  const transport = useTransport();
  const hear = useEffectEvent(listener);
  useEffect(() => transport.subscribe((event) => hear(event)), [transport]);
}
