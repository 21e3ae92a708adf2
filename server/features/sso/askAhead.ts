import type { Deps } from '../../context.ts';
import type { SsoClient } from './client.ts';
import { newChecks } from './client.ts';
import { ProviderProblem } from './problems.ts';
import type { Provider } from './providers.ts';

const TIMEOUT_MS = 10_000;
/** Enough of a page to find the reason in. */
const READ_CHARACTERS = 200_000;

const REDIRECT_URI = /redirect[_ -]?ur[il]|AADSTS50011/i;
const CLIENT_ID =
  /invalid_client|unauthorized_client|client.{0,30}(not found|unknown|invalid|exist)|AADSTS700016/i;

/**
 * Asks for the page that a person would be sent to. A provider that doesn't know the redirect URI or the client shows that on
 * its own page and never comes back (RFC 6749 §4.1.2.1), so that it has to be read there. Throws `ProviderProblem`.
 */
export async function askAhead(
  client: SsoClient,
  { random }: Pick<Deps, 'random'>,
  { provider, redirectUri }: { provider: Provider; redirectUri: string },
): Promise<void> {
  // Checks of its own, which end with it.
  const url = await client.authorizationUrl(provider, { redirectUri, checks: newChecks(random) });
  const response = await fetch(url, {
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { accept: 'text/html,application/json' },
  });
  // Only a page that says it failed is believed: a sign-in page speaks of all sorts of things.
  if (response.status < 400) return;
  const said = (await response.text()).slice(0, READ_CHARACTERS);
  if (REDIRECT_URI.test(said)) throw new ProviderProblem('redirect_uri');
  if (CLIENT_ID.test(said)) throw new ProviderProblem('client_id');
}
