import { DEEP_LINK_SCHEME, paths } from '../../../contract/paths.ts';

const REQUEST = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The page that a `gatehouse://` link opens, as a route of the app; undefined for any other link.
 * SECURITY: any web site and any mail can make such a link, so it names a page to show and can do nothing else, and the
 * route is put together here from what was recognised.
 */
export function routeOfDeepLink(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  if (url.protocol !== `${DEEP_LINK_SCHEME}:` || url.search !== '' || url.hash !== '') return undefined;
  const id = /^\/([^/]+)\/?$/.exec(url.pathname)?.[1]?.toLowerCase();
  return `/${url.host}` === paths.resetRequests() && id !== undefined && REQUEST.test(id)
    ? paths.resetRequest(id)
    : undefined;
}

/** The first deep link among a command line's words: how Windows and Linux hand one over. */
export function routeOfArguments(words: readonly string[]): string | undefined {
  for (const word of words) {
    const route = word.startsWith(`${DEEP_LINK_SCHEME}://`) ? routeOfDeepLink(word) : undefined;
    if (route !== undefined) return route;
  }
  return undefined;
}
