/** The frame around every page: navigation, palette, session, banners. */
export const words = {} as const;
