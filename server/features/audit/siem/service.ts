import type { SiemConfig } from '../../../config.ts';
import type { Deps } from '../../../context.ts';
import { createForwarder } from './forward.ts';
import type { Forwarder } from './forward.ts';
import { createHttpsDestination } from './https.ts';
import { createSyslogDestination } from './syslog.ts';
import { trustOf } from './trust.ts';

/** One for each destination that is configured. */
export function createForwarders(deps: Deps): Forwarder[] {
  const { siem } = deps.config;
  return siem ? destinationsOf(siem).map((destination) => createForwarder(deps, destination)) : [];
}

function destinationsOf({ syslog, https, ...rest }: SiemConfig) {
  const trust = trustOf(rest);
  return [
    ...(syslog === null ? [] : [createSyslogDestination(syslog, trust)]),
    ...(https === null ? [] : [createHttpsDestination(https, trust)]),
  ];
}
