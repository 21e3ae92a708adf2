/** Lists of which a person keeps views, as the API names them. */
export const VIEW_LISTS = ['users', 'reset_requests', 'audit'] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** So many a person keeps, of all lists together. */
export const MOST_VIEWS = 50;
export const LONGEST_VIEW_NAME = 60;
