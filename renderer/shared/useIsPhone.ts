import useMediaQuery from '@mui/material/useMediaQuery';

/** Whether the page is on a phone or tablet, which may be the very device that holds the app. */
export const useIsPhone = () => useMediaQuery('(pointer: coarse)');
