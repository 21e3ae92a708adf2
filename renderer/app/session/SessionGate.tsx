import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { MeContext, useShell } from '../../data/context.ts';
import { beginDrafts, isOtherSession, onOtherSession } from '../../data/drafts.ts';
import { useRead } from '../../data/useRead.ts';
import { followOwn } from '../../language/current.ts';
import type { SignedOut } from '../../shared/signedOut.ts';
import { ErrorState } from '../../ui/states.tsx';
import { ToastProvider } from '../../ui/Toasts.tsx';
import { FrameSkeleton } from '../frame/FrameSkeleton.tsx';
import { leaving } from './leaving.ts';
import { SessionTransport } from './SessionTransport.tsx';
import { StepUpProvider } from './StepUpProvider.tsx';

/** What a browser's timer can wait for; milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 10_000;
/** Clocks differ: asked a moment too early, the session would be there still. Milliseconds. */
const AFTER_END = 2_000;

/** Lets through who is signed in; others sign in first and come back to where they wanted to go. */
export function SessionGate() {
  const me = useRead('me.get', {}, { everyWhile: ({ trouble }) => trouble !== undefined });
  const location = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const shell = useShell();
  useEffect(
    () =>
      shell.subscribe((event) => {
        if (event.type === 'navigate') void navigate(event.path);
        if (event.type === 'locked') void client.resetQueries();
      }),
    [shell, navigate, client],
  );
  const session = me.data?.session;
  const sessionId = session?.id;
  const readAt = me.dataUpdatedAt;
  useEffect(() => {
    // After another page took the session for over it may be there still: then what is typed from now on is kept again.
    if (sessionId !== undefined && readAt > 0) beginDrafts(sessionId);
  }, [sessionId, readAt]);
  useEffect(() => {
    if (sessionId === undefined) return;
    // Whoever signed in again here is there until they press it anew.
    leaving.delete(client);
    return onOtherSession(sessionId, () => {
      const queryKey = ['me.get'] as const;
      // Somebody else may have signed in: nothing stays on screen, even where the server can't be asked who it is.
      if (isOtherSession(sessionId)) void client.resetQueries({ queryKey });
      else void client.invalidateQueries({ queryKey });
    });
  }, [sessionId, client]);
  const endsAt = session?.expiresAt;
  const [lastEnd, setLastEnd] = useState(endsAt);
  if (endsAt !== undefined && endsAt !== lastEnd) setLastEnd(endsAt);
  useEffect(() => {
    if (endsAt === undefined) return;
    const left = Math.min(Date.parse(endsAt) - Date.now(), LONGEST_TIMER);
    const timer = setTimeout(
      () => void client.invalidateQueries({ queryKey: ['me.get'] }),
      Math.max(left, 0) + AFTER_END,
    );
    return () => clearTimeout(timer);
  }, [endsAt, client]);
  const own = me.data?.language;
  useEffect(() => {
    if (own !== undefined) followOwn(own);
  }, [own]);
  const isOut = me.data === null || me.error?.code === 'not_signed_in';
  if (isOut && leaving.has(client)) return <Navigate to={paths.signIn()} replace />;
  if (isOut) {
    const next = `${location.pathname}${location.search}`;
    return (
      <Navigate
        to={next === paths.start() ? paths.signIn() : paths.signIn({ next })}
        state={lastEnd === undefined ? null : signedOut(lastEnd)}
        replace
      />
    );
  }
  if (me.data) {
    const isElsewhere = location.pathname !== paths.security();
    if (me.data.mfa.blocked && isElsewhere) return <Navigate to={paths.security()} replace />;
    return (
      <SessionTransport session={me.data.session.id} key={sessionId}>
        <MeContext value={me.data}>
          {/* What was said to one person, or asked of them, is not for the next, who may sign in a moment later. */}
          <ToastProvider>
            <StepUpProvider>
              <Outlet />
            </StepUpProvider>
          </ToastProvider>
        </MeContext>
      </SessionTransport>
    );
  }
  if (me.error) return <ErrorState message={me.error.message} onRetry={() => void me.refetch()} />;
  return <FrameSkeleton />;
}

/** Why somebody who was signed in isn't any more. @param lastEnd until when the session could have lasted */
const signedOut = (lastEnd: string): SignedOut => ({
  signedOut: Date.parse(lastEnd) <= Date.now() ? 'time' : 'other',
});
