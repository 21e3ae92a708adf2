import { FREEZE_SWITCHES } from '../../../contract/freeze.ts';
import type { Reader } from '../../db/connection.ts';
import { siemLags } from '../../domain/audit/siemStore.ts';
import type { SiemLag, SiemName } from '../../domain/audit/siemStore.ts';
import { lastBackupAt, readEnd } from '../../domain/audit/store.ts';
import { readOrganisation } from '../../domain/settings/store.ts';
import type { Organisation } from '../../domain/settings/store.ts';
import type { Gauge } from '../../measures.ts';
import { lastCheckpointAt, pendingRequests, waitingMails } from './store.ts';
import type { Waiting } from './store.ts';

const REQUEST_STATES = ['open', 'verified', 'approved', 'executing'];

const FROZEN_AT = {
  resets: 'frozen_at',
  setups: 'setups_frozen_at',
  passwords: 'passwords_frozen_at',
} as const satisfies Record<(typeof FREEZE_SWITCHES)[number], keyof Organisation>;

/** What the database knows: of the organisation, the same on each of its servers. */
export async function databaseGauges(
  reader: Reader,
  now: number,
  siem: readonly SiemName[],
): Promise<Gauge[]> {
  const organisation = await readOrganisation(reader);
  const mails = Object.entries(await waitingMails(reader));
  const { states, reported } = await pendingRequests(reader);
  const requests = REQUEST_STATES.map((state) => [state, states.get(state)] as const);
  const { sequence } = await readEnd(reader);
  const age = (at: number | null) => (at === null ? [] : [[{}, secondsSince(at, now)] as const]);
  return [
    { name: 'gatehouse_mails', help: 'Mails that were not sent, by state.', values: counts(mails) },
    {
      name: 'gatehouse_mail_oldest_age_seconds',
      help: 'Age of the oldest mail that was not sent, by state.',
      values: ages(mails, now),
    },
    {
      name: 'gatehouse_reset_requests',
      help: 'Reset requests that are not over, by state.',
      values: counts(requests),
    },
    {
      name: 'gatehouse_reset_request_oldest_age_seconds',
      help: 'Age of the oldest reset request, by state.',
      values: ages(requests, now),
    },
    {
      name: 'gatehouse_attacks_reported',
      help: 'Reset requests that are not over and were reported as an attack.',
      values: [[{}, reported]],
    },
    {
      name: 'gatehouse_frozen',
      help: 'Whether something is frozen.',
      values: FREEZE_SWITCHES.map((name) => [
        { switch: name },
        (organisation?.[FROZEN_AT[name]] ?? null) === null ? 0 : 1,
      ]),
    },
    { name: 'gatehouse_audit_events', help: 'Events in the audit log.', values: [[{}, sequence]] },
    {
      name: 'gatehouse_audit_checkpoint_age_seconds',
      help: 'Time since the end of the audit log was last signed.',
      values: age(await lastCheckpointAt(reader)),
    },
    {
      name: 'gatehouse_backup_age_seconds',
      help: 'Time since the last backup, however it was made.',
      values: age(await lastBackupAt(reader)),
    },
    ...siemGauges(await siemLags(reader, siem), now),
  ];
}

/** How far behind each destination of the audit log is. */
function siemGauges(lags: readonly SiemLag[], now: number): Gauge[] {
  const each = (read: (lag: SiemLag) => number): Gauge['values'] =>
    lags.map((lag) => [{ destination: lag.name }, read(lag)]);
  return [
    {
      name: 'gatehouse_siem_waiting_events',
      help: 'Events of the audit log that a SIEM has not taken, by destination.',
      values: each(({ waiting }) => waiting),
    },
    {
      name: 'gatehouse_siem_lag_seconds',
      help: 'Age of the oldest event that a SIEM has not taken, by destination.',
      values: each(({ oldestAt }) => secondsSince(oldestAt ?? now, now)),
    },
    {
      name: 'gatehouse_siem_failing',
      help: 'Whether a SIEM took nothing when it was last sent something, by destination.',
      values: each(({ failingSince }) => (failingSince === null ? 0 : 1)),
    },
  ];
}

type States = readonly (readonly [state: string, waiting: Waiting | undefined])[];

const counts = (states: States): Gauge['values'] =>
  states.map(([state, waiting]) => [{ state }, waiting?.count ?? 0]);

/** 0 where there is none: what isn't there doesn't wait. */
const ages = (states: States, now: number): Gauge['values'] =>
  states.map(([state, waiting]) => [{ state }, secondsSince(waiting?.oldest ?? now, now)]);

const secondsSince = (at: number, now: number) => Math.max(0, now - at) / 1000;
