import type { CheckpointPlace } from './place.ts';

const LONGEST_MS = 10_000;

/** POSTs each checkpoint as JSON; any 2xx is an acceptance. A redirect is none: the operator named another address. */
export function createHttpsPlace(url: URL): CheckpointPlace {
  return {
    // A password in the address is nobody's to read in a log.
    name: `${url.origin}${url.pathname}`,
    async send(checkpoint) {
      const { username, password } = url;
      const target = new URL(url);
      target.username = '';
      target.password = '';
      const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
      const response = await fetch(target, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(username !== '' && { authorization: `Basic ${basic.toString('base64')}` }),
        },
        body: JSON.stringify(checkpoint),
        redirect: 'error',
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`${url.host} answered ${response.status} to a checkpoint.`);
    },
  };
}
