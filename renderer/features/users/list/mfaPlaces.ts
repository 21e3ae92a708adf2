import { MFA_PLACES } from '../../../../contract/userStates.ts';
import { useRead } from '../../../data/useRead.ts';
import { t } from '../words.ts';

export interface ConnectedSystem {
  id: string;
  name: string;
}

const NONE: readonly ConnectedSystem[] = [];

const WORDS: Record<(typeof MFA_PLACES)[number], string> = {
  here: t('mfaHere'),
  anywhere: t('mfaAnywhere'),
  nowhere: t('mfaNowhere'),
  unread: t('mfaUnread'),
};

/** The connected systems; nothing of them is shown where there are none. */
export const useConnectedSystems = (): readonly ConnectedSystem[] =>
  useRead('users.mfaPlaces', {}).data?.systems ?? NONE;

/** What a place is called; of a system that is connected no more, that it is one. */
export function placeWords(place: string, systems: readonly ConnectedSystem[]): string {
  const fixed = MFA_PLACES.find((one) => one === place);
  if (fixed) return WORDS[fixed];
  return systems.find(({ id }) => id === place)?.name ?? t('connectedSystem');
}

/** Every place that there is, as a choice. */
export const placeOptions = (systems: readonly ConnectedSystem[]) => {
  const [here, ...others] = MFA_PLACES;
  return [here, ...systems.map(({ id }) => id), ...others].map((value) => ({
    value,
    label: placeWords(value, systems),
  }));
};
