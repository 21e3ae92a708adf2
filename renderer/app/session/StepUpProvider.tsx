import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useRef, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { StepUpContext } from '../../data/context.ts';
import { readAgain, STALE_AFTER_WRITE } from '../../data/stale.ts';
import { lazyPart } from '../../ui/lazyPart.ts';

// No first screen asks for it.
const StepUpByCode = lazyPart(() => import('./StepUpByCode.tsx'), 'StepUpByCode');
const StepUpBySso = lazyPart(() => import('./StepUpBySso.tsx'), 'StepUpBySso');

interface Asked {
  /** What it is for, where that isn't plain. */
  lead: string | undefined;
  /** Whoever signed in there confirms there. */
  provider: string | undefined;
}

/**
 * Asks before a sensitive act for a code, or whoever signed in by SSO for a fresh sign-in there; over whatever is on screen, so
 * that nothing typed below is lost.
 */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const settle = useRef<((done: boolean) => void) | undefined>(undefined);

  const stepUp = useCallback(
    (lead?: string) => {
      const provider = client.getQueryData<OutputOf<'me.get'>>(['me.get', {}])?.session.sso?.name;
      setAsked({ lead, provider });
      return new Promise<boolean>((resolve) => {
        settle.current = resolve;
      });
    },
    [client],
  );
  const finish = (done: boolean) => {
    setAsked(null);
    settle.current?.(done);
    settle.current = undefined;
  };
  const confirmed = () => {
    readAgain(client, STALE_AFTER_WRITE['me.stepUp']);
    finish(true);
  };
  const dialog = { lead: asked?.lead, onDone: confirmed, onClose: () => finish(false) };

  return (
    <StepUpContext value={stepUp}>
      {children}
      <Suspense fallback={null}>
        {asked && asked.provider === undefined && <StepUpByCode {...dialog} />}
        {asked?.provider !== undefined && <StepUpBySso {...dialog} provider={asked.provider} />}
      </Suspense>
    </StepUpContext>
  );
}
