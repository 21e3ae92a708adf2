export const APP_SCHEME = 'app';
/** The one origin of the app's own pages. */
export const APP_ORIGIN = 'app://gatehouse';

/** Whether an address is a page of this app. Compared whole: a prefix would also match app://gatehouse.evil. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === 'app:' && host === 'gatehouse' && username === '' && password === '';
}
