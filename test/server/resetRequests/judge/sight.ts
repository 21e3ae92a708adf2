import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import { FREEZE_SWITCHES } from '../../../../contract/freeze.ts';
import type { FreezeSwitch } from '../../../../contract/freeze.ts';
import type { Db } from '../../../../server/db/connection.ts';

/** What acts leave in no row, kept by whoever made them; `actor at` names an act, for no two are made at once. */
export interface Memory {
  /** Acts with a step-up. */
  proven: Set<string>;
  /** The evidence that an unlock was asked for with. */
  evidence: Map<string, readonly CheckInput[]>;
  /** Throws of switches: the session of one that gave no proof before it. */
  thrown: Map<string, string | null>;
  /** By switch, who threw it last: the session where it gave no proof, and when. */
  freezes: Map<FreezeSwitch, { at: number; unproven: string | null }>;
  /** When a session last gave a code. */
  steppedUp: Map<string, number>;
}

export const actOf = (actorId: string | null, at: number): string => `${actorId} ${at}`;

export function createMemory(): Memory {
  return {
    proven: new Set(),
    evidence: new Map(),
    thrown: new Map(),
    freezes: new Map(),
    steppedUp: new Map(),
  };
}

export interface SeenPerson {
  id: string;
  mfa_state: 'off' | 'on' | 'reset_pending';
  locked_at: number | null;
  wrong_codes_since_right: number;
  is_staff: number;
}

/** The state that acts are judged by. */
export interface Sight {
  people: Map<string, SeenPerson>;
  frozen: ReadonlySet<FreezeSwitch>;
  /** The last event of the log. */
  sequence: number;
}

export interface SeenEvent {
  action: string;
  actor_id: string | null;
  target_id: string | null;
  at: number;
  data: Record<string, unknown>;
}

const FROZEN_COLUMNS = {
  resets: 'frozen_at',
  setups: 'setups_frozen_at',
  passwords: 'passwords_frozen_at',
} as const;

export async function look({ kysely }: Db, sequence: number): Promise<Sight> {
  const people = await kysely
    .selectFrom('users')
    .select(['id', 'mfa_state', 'locked_at', 'wrong_codes_since_right', 'is_staff'])
    .execute();
  const organisation = await kysely.selectFrom('organisation').selectAll().executeTakeFirstOrThrow();
  return {
    people: new Map(people.map((person) => [person.id, person])),
    frozen: new Set(FREEZE_SWITCHES.filter((name) => organisation[FROZEN_COLUMNS[name]] !== null)),
    sequence,
  };
}

/** What the log says since, oldest first. */
export async function eventsSince({ kysely }: Db, sequence: number) {
  const rows = await kysely
    .selectFrom('audit_events')
    .select(['sequence', 'action', 'actor_id', 'target_id', 'at', 'data'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .execute();
  const events: SeenEvent[] = rows.map(({ data, ...row }) => ({
    ...row,
    data: JSON.parse(data) as Record<string, unknown>,
  }));
  return { events, sequence: rows.at(-1)?.sequence ?? sequence };
}
