/** Sites that the app itself links to: the recommended authenticator apps and where they are had. */
const BUILT_IN = [
  'apps.apple.com',
  'authy.com',
  'www.authy.com',
  'play.google.com',
  'support.google.com',
  'www.microsoft.com',
  'support.microsoft.com',
  'www.twilio.com',
];

export interface ExternalLinks {
  /** Adds the hosts of links that the server's policy recommends; anything but https is left out. */
  learn(answer: unknown): void;
  /** Whether the system's browser may be sent there: https, on its ordinary port, a host from the list. */
  allows(address: string): boolean;
}

/** The list of sites that may be opened outside. Policy may recommend other apps, and officers answer for their links. */
export function createExternalLinks(): ExternalLinks {
  const hosts = new Set(BUILT_IN);
  return {
    learn(answer) {
      for (const link of recommendedLinks(answer)) {
        const url = httpsUrl(link);
        if (url) hosts.add(url.hostname);
      }
    },
    allows(address) {
      const url = httpsUrl(address);
      return url !== undefined && hosts.has(url.hostname);
    },
  };
}

function httpsUrl(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain ? url : undefined;
}

function recommendedLinks(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('recommendedApps' in answer)) return [];
  if (!Array.isArray(answer.recommendedApps)) return [];
  const apps: readonly unknown[] = answer.recommendedApps;
  return apps.flatMap((app) =>
    typeof app === 'object' && app !== null && 'url' in app && typeof app.url === 'string' ? [app.url] : [],
  );
}
