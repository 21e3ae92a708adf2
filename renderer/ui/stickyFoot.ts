import { TOAST_STRIP } from './toastStrip.ts';

/** At the foot of what scrolls, always in sight; where the window is low, as zoomed to 400 %, it would hide what it is about. */
export const stickyFoot = (bottom: number) =>
  ({
    position: 'sticky',
    bottom: `calc(${bottom}px + ${TOAST_STRIP})`,
    zIndex: 2,
    '@media (max-height: 479.95px)': { position: 'static' },
  }) as const;
