import {
  mdiAccountOutline,
  mdiLogout,
  mdiCircleHalfFull,
  mdiTranslate,
  mdiWeatherNight,
  mdiWhiteBalanceSunny,
} from '@mdi/js';
import { useDeferredValue } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../../contract/paths.ts';
import { LANGUAGES, LANGUAGE_TAGS } from '../../../contract/words/languages.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { beginsIn } from '../../language/intl.ts';
import { OWN_PLACE, type Place } from '../frame/navigation.ts';
import { useOwnLanguage } from '../frame/useOwnLanguage.ts';
import { useSignOut } from '../session/useSignOut.ts';
import { useAppearance } from '../../shared/useAppearance.ts';
import { t } from '../words.ts';

export interface Command {
  key: string;
  icon: string;
  label: string;
  note: string;
  /** Of a place or a person: entries that lead somewhere are links. */
  href?: string;
  run: () => void;
}

/** What fits the letters typed so far: pages and acts first, then people. */
export function useCommands(typed: string, places: readonly Place[]): Command[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { setAppearance } = useAppearance();
  const { choose: chooseLanguage } = useOwnLanguage();
  const search = useDeferredValue(typed.trim());
  const canFind = useCan('users.read') && search !== '';
  const people = useRead('users.list', { search, limit: 8 }, { enabled: canFind, keep: true });

  const fixed: Command[] = [
    ...[...places, OWN_PLACE].map(({ path, label, icon }) => ({
      key: path,
      icon,
      label,
      note: t('goTo'),
      href: path,
      run: () => void navigate(path),
    })),
    {
      key: 'light',
      icon: mdiWhiteBalanceSunny,
      label: t('light'),
      note: t('appearance'),
      run: () => setAppearance('light'),
    },
    {
      key: 'dark',
      icon: mdiWeatherNight,
      label: t('dark'),
      note: t('appearance'),
      run: () => setAppearance('dark'),
    },
    {
      key: 'system',
      icon: mdiCircleHalfFull,
      label: t('asMySystem'),
      note: t('appearance'),
      run: () => setAppearance('system'),
    },
    ...[null, ...LANGUAGE_TAGS].map((tag) => ({
      key: `language-${tag}`,
      icon: mdiTranslate,
      label: tag === null ? t('asMySystem') : LANGUAGES[tag].name,
      note: t('language'),
      run: () => chooseLanguage(tag),
    })),
    { key: 'out', icon: mdiLogout, label: t('signOut'), note: '', run: signOut },
  ];
  const found = canFind ? (people.data?.items ?? []) : [];
  return [
    ...fixed.filter(({ label, note }) => beginsIn(label, search) || beginsIn(note, search)),
    ...found.map(({ id, name, username, department }) => ({
      key: id,
      icon: mdiAccountOutline,
      label: name,
      note: department === null ? username : `${username} · ${department}`,
      href: paths.user(id),
      run: () => void navigate(paths.user(id)),
    })),
  ];
}
