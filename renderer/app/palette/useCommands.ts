import {
  mdiAccountOutline,
  mdiAccountPlusOutline,
  mdiBookmarkOutline,
  mdiKeyboardOutline,
  mdiLifebuoy,
  mdiSnowflake,
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
import type { Permission } from '../../../contract/permissions.ts';
import { useCan, useMe } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { looksOf } from '../../features/users/mfaLook.ts';
import { beginsIn } from '../../language/intl.ts';
import { requestLook } from '../../shared/requestLook.ts';
import { OWN_PLACE, type Place } from '../frame/navigation.ts';
import { useOwnLanguage } from '../frame/useOwnLanguage.ts';
import { useSignOut } from '../session/useSignOut.ts';
import { viewAddress } from '../../shared/views/viewAddress.ts';
import { useAppearance } from '../../shared/useAppearance.ts';
import { useNow } from '../../ui/useNow.ts';
import { t } from '../words.ts';
import { CONFIRM_PLACE, PAGES_BELOW } from './pagesBelow.ts';

export interface Command {
  key: string;
  icon: string;
  label: string;
  note: string;
  /** The note says only what kind of entry it is: left out where there is little room. */
  isPlain?: boolean;
  /** Of a place or a person: entries that lead somewhere are links. */
  href?: string;
  run: () => void;
}

const parts = (facts: readonly (string | null)[]) => facts.filter((fact) => fact !== null).join(' · ');

interface Act {
  path: string;
  label: string;
  icon: string;
  permission: Permission;
}

/** What is begun from anywhere; each address begins it. */
const ACTS: readonly Act[] = [
  {
    path: paths.resetRequests({ act: 'open' }),
    label: t('openForCaller'),
    icon: mdiLifebuoy,
    permission: 'resets.verify',
  },
  {
    path: paths.resetRequests({ act: 'freeze' }),
    label: t('freezeResets'),
    icon: mdiSnowflake,
    permission: 'resets.verify',
  },
  {
    path: paths.users({ act: 'add' }),
    label: t('addUser'),
    icon: mdiAccountPlusOutline,
    permission: 'users.manage',
  },
];

/** `1042` or `#1042`, as the server reads it: a request that was named is wanted whatever became of it. */
const NUMBER = /^#?\d{1,9}$/;

/** A request is opened for whoever is meant, so the offer stands for the few that fit best. */
const OFFERED = 2;

/** Whether each word that was typed begins one of these, in whichever order. */
const fits = (texts: readonly string[], search: string): boolean =>
  search.split(/\s+/).every((word) => texts.some((text) => beginsIn(text, word)));

/** What fits the letters typed so far: pages and acts first, then saved views, then requests that wait, then people. */
export function useCommands(
  typed: string,
  places: readonly Place[],
  onShowKeys: () => void,
): { commands: Command[]; isSearching: boolean } {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { setAppearance } = useAppearance();
  const { choose: chooseLanguage } = useOwnLanguage();
  const search = useDeferredValue(typed.trim());
  const canFind = useCan('users.read') && search !== '';
  const people = useRead('users.list', { search, limit: 8 }, { enabled: canFind, keep: true });
  const canSeeQueue = useCan('resets.read') && search !== '';
  const requests = useRead(
    'resetRequests.list',
    { search, ...(!NUMBER.test(search) && { state: 'pending' as const }), limit: 4 },
    { enabled: canSeeQueue, keep: true },
  );
  const views = useRead('me.views', {}, { enabled: places.length > 0 && search !== '' });
  const { permissions } = useMe();
  const below = PAGES_BELOW.filter(({ permission }) => places.length > 0 && permissions.includes(permission));
  const now = useNow();
  const leadsTo = (href: string) => ({ href, run: () => void navigate(href) });

  const fixed: Command[] = [
    ...[...places, ...below, CONFIRM_PLACE, OWN_PLACE].map(({ path, label, icon }) => ({
      key: path,
      icon,
      label,
      note: t('goTo'),
      isPlain: true,
      ...leadsTo(path),
    })),
    ...ACTS.filter(({ permission }) => places.length > 0 && permissions.includes(permission)).map(
      ({ path, label, icon }) => ({
        key: path,
        icon,
        label,
        note: t('action'),
        isPlain: true,
        ...leadsTo(path),
      }),
    ),
    { key: 'keys', icon: mdiKeyboardOutline, label: t('showKeys'), note: '?', run: onShowKeys },
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
      label: t('lookAsSystem'),
      note: t('appearance'),
      run: () => setAppearance('system'),
    },
    ...[null, ...LANGUAGE_TAGS].map((tag) => ({
      key: `language-${tag}`,
      icon: mdiTranslate,
      label: tag === null ? t('languageAsSystem') : LANGUAGES[tag].name,
      note: t('language'),
      run: () => chooseLanguage(tag),
    })),
    { key: 'out', icon: mdiLogout, label: t('signOut'), note: '', run: signOut },
  ];
  const found = canFind ? (people.data?.items ?? []) : [];
  const asking = canSeeQueue ? (requests.data?.items ?? []) : [];
  const asked = new Set(asking.map(({ user }) => user.id));
  const canOpen = places.length > 0 && permissions.includes('resets.verify');
  const commands = [
    ...fixed.filter(({ label, note }) => fits([label, note], search)),
    ...(search === '' ? [] : (views.data?.items ?? []))
      .filter(({ name }) => beginsIn(name, search))
      .map((view) => ({
        key: view.id,
        icon: mdiBookmarkOutline,
        label: view.name,
        note: t('savedView'),
        ...leadsTo(viewAddress(view)),
      })),
    ...asking.map((request) => ({
      key: request.id,
      icon: mdiLifebuoy,
      label: t('requestOf', { name: request.user.name }),
      note: parts([request.number === undefined ? null : `#${request.number}`, requestLook(request).label]),
      ...leadsTo(paths.resetRequest(request.id)),
    })),
    ...found.map(({ id, name, username, department, mfa, status }) => ({
      key: id,
      icon: mdiAccountOutline,
      label: name,
      note: parts([looksOf({ mfa, status }, now)[0]?.label ?? null, username, department]),
      ...leadsTo(paths.user(id)),
    })),
    ...found
      .filter(({ id, status }) => canOpen && status === 'active' && !asked.has(id))
      .slice(0, OFFERED)
      .map(({ id, name }) => ({
        key: `open-${id}`,
        icon: mdiLifebuoy,
        label: t('openRequestFor', { name }),
        note: t('action'),
        isPlain: true,
        ...leadsTo(paths.user(id, { act: 'request' })),
      })),
  ];
  const isSearching = typed.trim() !== search || people.isFetching || requests.isFetching;
  return { commands, isSearching };
}
