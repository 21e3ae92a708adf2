import {
  mdiAccountOutline,
  mdiLogout,
  mdiCircleHalfFull,
  mdiWeatherNight,
  mdiWhiteBalanceSunny,
} from '@mdi/js';
import { useDeferredValue } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { OWN_PLACE, type Place } from '../frame/navigation.ts';
import { useSignOut } from '../session/useSignOut.ts';
import { useAppearance } from '../../shared/useAppearance.ts';

export interface Command {
  key: string;
  icon: string;
  label: string;
  note: string;
  run: () => void;
}

/** What fits the letters typed so far: pages and acts first, then people. */
export function useCommands(typed: string, places: readonly Place[]): Command[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { setAppearance } = useAppearance();
  const search = useDeferredValue(typed.trim());
  const canFind = useCan('users.read') && search.length > 1;
  const people = useRead('users.list', { search, limit: 8 }, { enabled: canFind, keep: true });

  const fixed: Command[] = [
    ...[...places, OWN_PLACE].map(({ path, label, icon }) => ({
      key: path,
      icon,
      label,
      note: 'Go to',
      run: () => void navigate(path),
    })),
    {
      key: 'light',
      icon: mdiWhiteBalanceSunny,
      label: 'Light',
      note: 'Appearance',
      run: () => setAppearance('light'),
    },
    {
      key: 'dark',
      icon: mdiWeatherNight,
      label: 'Dark',
      note: 'Appearance',
      run: () => setAppearance('dark'),
    },
    {
      key: 'system',
      icon: mdiCircleHalfFull,
      label: 'Like the system',
      note: 'Appearance',
      run: () => setAppearance('system'),
    },
    { key: 'out', icon: mdiLogout, label: 'Sign out', note: '', run: signOut },
  ];
  const letters = search.toLowerCase();
  const found = canFind ? (people.data?.items ?? []) : [];
  return [
    ...fixed.filter(({ label, note }) =>
      [label, note].some((words) => words.toLowerCase().startsWith(letters)),
    ),
    ...found.map(({ id, name, username }) => ({
      key: id,
      icon: mdiAccountOutline,
      label: name,
      note: username,
      run: () => void navigate(paths.user(id)),
    })),
  ];
}
