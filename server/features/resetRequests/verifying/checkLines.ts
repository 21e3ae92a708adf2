import type { Reader } from '../../../db/connection.ts';
import { peopleById } from '../../../domain/people/store.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { checksOf } from '../checkStore.ts';
import type { CheckRow } from '../checkStore.ts';

type Said = Pick<CheckRow, 'kind' | 'number_ending'>;
type Made = Said & Pick<CheckRow, 'by_id' | 'at'>;

const SENTENCES: Record<CheckRow['kind'], (name: string, check: Said) => string> = {
  request_code: (name) => `${name} was told your request code`,
  call_back: (name, { number_ending }) =>
    number_ending === null ? `${name} called you` : `${name} called the number ending ${number_ending}`,
  manager_confirmation: (name) => `Your manager ${name} confirmed the request`,
  photo_id_video: (name) => `${name} saw your photo ID by video`,
  in_person: (name) => `${name} met you in person`,
  existing_code: () => 'You gave a code from your authenticator app',
};

/** The checks that were made in a person's name, a sentence each, for the person to say if one never happened. */
export async function checkLines(reader: Reader, requestId: string): Promise<string[]> {
  const checks = await checksOf(reader, [requestId]);
  return linesOf(
    reader,
    checks.filter(({ outcome, void_at }) => outcome === 'pass' && void_at === null),
  );
}

/** The same of checks that belong to no request. */
export async function linesOf(reader: Reader, checks: readonly Made[]): Promise<string[]> {
  const ids = checks.flatMap(({ by_id }) => (by_id === null ? [] : [by_id]));
  const people = await peopleById(reader, ids);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { timeZone } = await readSettings(reader);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return checks.map((check) => {
    const sentence = SENTENCES[check.kind](names.get(check.by_id ?? '') ?? 'Somebody', check);
    return `${sentence} on ${clock.format(check.at)}. Didn’t happen? Tell us.`;
  });
}
