import type { FreezeSwitch } from '../../../../contract/freeze.ts';

/** What somebody is told whose act is stopped by a freeze. */
export const FROZEN_SENTENCES: Record<FreezeSwitch, string> = {
  resets: 'All resets are frozen. A security officer can unfreeze them.',
  setups:
    'New setups are frozen: nobody sets up or moves multi-factor authentication, and no set-up link or activation code is sent. A security officer can unfreeze them.',
  passwords:
    'Passwords by mail are frozen, so no link sets one now. The link stays good until its time is up; ask your help desk.',
};
