/** Menus, tray, notifications and refusals of the desktop app. */
export const words = {} as const;
