import { sentence } from '../../../../contract/words/sentence.ts';
import type { Moment, Sentence } from '../../../../contract/words/sentence.ts';
import type { Reader } from '../../../db/connection.ts';
import { peopleById } from '../../../domain/people/store.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { checksOf } from '../checkStore.ts';
import type { CheckRow } from '../checkStore.ts';

type Made = Pick<CheckRow, 'kind' | 'number_ending' | 'by_id' | 'at'>;

/** The checks that were made in a person's name, a sentence each, for the person to say if one never happened. */
export async function checkLines(reader: Reader, requestId: string): Promise<Sentence[]> {
  const checks = await checksOf(reader, [requestId]);
  return linesOf(
    reader,
    checks.filter(({ outcome, void_at }) => outcome === 'pass' && void_at === null),
  );
}

/** The same of checks that belong to no request. */
export async function linesOf(reader: Reader, checks: readonly Made[]): Promise<Sentence[]> {
  const ids = checks.flatMap(({ by_id }) => (by_id === null ? [] : [by_id]));
  const people = await peopleById(reader, ids);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { timeZone: zone } = await readSettings(reader);
  return checks.map((check) =>
    lineOf(check, {
      name: names.get(check.by_id ?? '') ?? sentence('mail', 'somebody'),
      at: { at: check.at, as: 'moment', zone },
    }),
  );
}

function lineOf(
  { kind, number_ending: ending }: Made,
  made: { name: string | Sentence; at: Moment },
): Sentence {
  switch (kind) {
    case 'request_code':
      return sentence('mail', 'checkRequestCode', made);
    case 'call_back':
      return ending === null
        ? sentence('mail', 'checkCall', made)
        : sentence('mail', 'checkCallTo', { ...made, ending });
    case 'manager_confirmation':
      return sentence('mail', 'checkManager', made);
    case 'photo_id_video':
      return sentence('mail', 'checkVideo', made);
    case 'in_person':
      return sentence('mail', 'checkInPerson', made);
    case 'existing_code':
      return sentence('mail', 'checkCode', { at: made.at });
  }
}
