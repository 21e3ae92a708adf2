import type { DesktopProfile } from '../../../contract/ipc.ts';
import { t } from '../words.ts';

/** Where a server of the desktop is, in words. */
export const placeOf = (profile: DesktopProfile) =>
  profile.kind === 'local'
    ? t('onThisComputer')
    : profile.kind === 'sample'
      ? t('sampleOrganisation')
      : (profile.host ?? profile.name);
