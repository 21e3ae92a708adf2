import type { InputOf, OutputOf } from '../../../../contract/operations.ts';
import type { OutsideAct } from '../../../../contract/operations/outside.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Actor, Reading } from '../../../context.ts';
import type { Reader } from '../../../db/connection.ts';
import { encodeCursor, keysOfCursor } from '../../../db/page.ts';
import { peopleById } from '../../../domain/people/store.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import { rfc3339, rfc3339OrNull } from '../../../time.ts';
import { isOwnAct } from './answer.ts';
import { countOutside, mailWaits, notesIn, pageOfOutside } from './outsideStore.ts';
import type { OutsideRow } from './outsideStore.ts';
import { allWatches } from './watchStore.ts';

const PAGE = 50;

type Viewer = Pick<Actor, 'userId' | 'permissions'>;

/** What was done without a request here, what was found last first; and since when which systems are watched. */
export async function listOutside(
  reader: Reader,
  { systemId, cursor, limit = PAGE }: InputOf<'resetRequests.outside'>,
  viewer: Viewer,
  { voice }: Pick<Reading, 'voice'>,
): Promise<OutputOf<'resetRequests.outside'>> {
  const keys = cursor === undefined ? null : keysOfCursor(cursor, ['number', 'string']);
  const rows = await pageOfOutside(reader, { systemId, keys, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const watches = await allWatches(reader);
  const watched = await Promise.all(
    watches.map(async ({ system_id, name, since, read_at, sentence, secret_expires_on }) => ({
      systemId: system_id,
      system: name,
      since: rfc3339(since),
      readAt: rfc3339OrNull(read_at),
      problem: sentence === null ? null : voice.write(JSON.parse(sentence) as Sentence),
      found: (await countOutside(reader, system_id)).count,
      secretEndsAt: rfc3339OrNull(secret_expires_on),
    })),
  );
  return {
    items: await viewsOf(reader, shown, viewer),
    nextCursor: rows.length > limit && last ? encodeCursor([last.found_at, last.id]) : null,
    total: await countOutside(reader, systemId),
    watched,
    mailWaits: watches.length > 0 && (await mailWaits(reader)),
  };
}

/** As they are answered to somebody. */
export async function viewsOf(
  reader: Reader,
  rows: readonly OutsideRow[],
  viewer: Viewer,
): Promise<OutsideAct[]> {
  const systems = await systemsNamed(reader, [...new Set(rows.map(({ system_id }) => system_id))]);
  const names = new Map(systems.map(({ id, name }) => [id, name]));
  const ids = rows.flatMap((row) => [row.user_id, row.by_user_id, ...notesIn(row).map(({ by }) => by)]);
  const people = await peopleById(reader, [...new Set(ids.filter((id) => id !== null))]);
  const person = (id: string | null) => {
    const found = people.find((one) => one.id === id);
    return found ? { id: found.id, username: found.username, name: found.name } : null;
  };
  const isOfficer = viewer.permissions.has('policy.write');
  const own = isOfficer ? await isOwnAct(reader, viewer.userId, rows) : new Set<string>();
  return rows.map((row) => ({
    id: row.id,
    systemId: row.system_id,
    system: names.get(row.system_id) ?? '',
    act: row.act,
    account: row.external_name ?? row.external_id,
    user: person(row.user_id),
    factor: { id: row.factor_id, kind: row.factor_kind, name: row.factor_name },
    by: row.by_id === null ? null : { id: row.by_id, name: row.by_name, user: person(row.by_user_id) },
    byOurs: row.by_ours === 1,
    address: row.address,
    foundBy: row.found_by,
    notBefore: rfc3339(row.not_before),
    at: rfc3339(row.at),
    foundAt: rfc3339(row.found_at),
    state: row.state,
    notes: notesIn(row).map(({ by, at, ...note }) => ({ ...note, by: person(by), at: rfc3339(at) })),
    mayAnswer: isOfficer && !own.has(row.id),
  }));
}
