import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import type { DesktopState } from '../../contract/ipc.ts';
import { paths } from '../../contract/paths.ts';
import { useShell } from './context.ts';

const noUpdates = () => () => undefined;
const noState = () => null;

/** The desktop's own state, as it changes; null on the web. */
export function useDesktopState(): DesktopState | null {
  const { desktop } = useShell();
  return useSyncExternalStore<DesktopState | null>(
    desktop?.subscribe ?? noUpdates,
    desktop?.state ?? noState,
  );
}

/** Goes to another server: what was read from this one is forgotten. */
export function useProfileSwitch() {
  const { desktop } = useShell();
  const client = useQueryClient();
  const navigate = useNavigate();
  const go = async (step: Promise<unknown> | undefined, path: string) => {
    await step;
    client.clear();
    await navigate(path);
  };
  return {
    change: (id: string) => void go(desktop?.run('switchProfile', { id }), paths.start()),
    leave: () => void go(desktop?.run('leaveProfile', {}), paths.welcome()),
  };
}
