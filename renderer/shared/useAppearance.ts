import { useColorScheme } from '@mui/material/styles';
import type { Appearance } from '../../contract/ipc.ts';
import { useShell } from '../data/context.ts';

/** Light, dark, or as the system does; the shell remembers it. */
export function useAppearance() {
  const { mode, setMode } = useColorScheme();
  const shell = useShell();
  return {
    appearance: mode ?? 'system',
    setAppearance: (appearance: Appearance) => {
      setMode(appearance);
      shell.setAppearance(appearance);
    },
  };
}
