import type { Config } from '../../config.ts';
import type { Settings } from './current.ts';

type UrlConfig = Pick<Config, 'publicUrl' | 'host' | 'port' | 'tls'>;

/**
 * Where mail links lead, without a slash at the end: the environment's address, the setting, or the address that this
 * server listens on. SECURITY: never from a request's Host (S-64).
 */
export function publicUrlOf(config: UrlConfig, settings: Pick<Settings, 'publicUrl'>): string {
  const url = config.publicUrl ?? settings.publicUrl ?? listeningUrl(config);
  return url.replace(/\/+$/, '');
}

/** The address that this server listens on, as a person on the same machine would type it. */
export function listeningUrl({ host, port, tls }: UrlConfig): string {
  const anywhere = host === '0.0.0.0' || host === '::' || host === '';
  const name = anywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}
