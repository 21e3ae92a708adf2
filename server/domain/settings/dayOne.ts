/** A setting of its own, which no page shows: the checklist of the first day was put away. */
export const DAY_ONE_PUT_AWAY = 'dayOnePutAway';
