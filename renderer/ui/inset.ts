/** Between the edge of a card, a row or a bar and what it holds, in steps of the theme's spacing. */
export const INSET = 4;

/** Between the rail and a page, and between a page and the edge of the window: every title and every first card stand there. */
export const PAGE_INSET = { xs: 4, md: 8 };

/** Between the edge of a dialog and what it holds. */
export const DIALOG_INSET = { xs: 5, sm: 6 };
