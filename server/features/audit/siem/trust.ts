import { getCACertificates } from 'node:tls';
import type { SiemConfig } from '../../../config.ts';

/** Whom a TLS connection believes, and whom it shows itself as. */
export interface Trust {
  ca: string | string[];
  minVersion: 'TLSv1.2';
  cert?: string;
  key?: string;
}

/** SECURITY (S-74): by the system's roots, or by the operator's own authority alone; never otherwise. */
export function trustOf({ ca, identity }: Pick<SiemConfig, 'ca' | 'identity'>): Trust {
  const system = () => [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  return { ca: ca ?? system(), minVersion: 'TLSv1.2', ...identity };
}
