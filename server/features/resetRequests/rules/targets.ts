import type { SystemTarget } from './effects.ts';

/** What a request has gone, or will have. */
export interface Targets {
  /** All that the person has here, whatever was named: the reset leaves nothing. */
  all: boolean;
  ids: readonly string[];
  /** Nothing goes: another system waits for the answer, which is all that the request does. */
  answers?: true;
  /** In connected systems. Requests from before there were any have none. */
  systems?: readonly SystemTarget[];
}

/** Of a request that only answers another system. */
export const ANSWERS: Targets = { all: false, ids: [], systems: [], answers: true };

interface Held {
  id: string;
  stopped_at: number | null;
}

/** As a request's row keeps them; null where nobody named any. */
export function targetsIn({ targets }: { targets: string | null }): Targets | null {
  return targets === null ? null : (JSON.parse(targets) as Targets);
}

/**
 * What a reset removes of what a person has: the ones that are named, else everything. Everything, too, where no usable one
 * would stay: they could neither sign in nor set up.
 */
export function whatGoes(named: Targets | null, held: readonly Held[]): Targets {
  if (named?.answers) return { all: false, ids: [], answers: true };
  const everything = { all: true, ids: held.map(({ id }) => id) };
  if (named === null || named.all) return everything;
  const stays = held.some(({ id, stopped_at }) => stopped_at === null && !named.ids.includes(id));
  if (!stays) return everything;
  return { all: false, ids: named.ids.filter((id) => held.some((one) => one.id === id)) };
}

/** What goes in connected systems: all that the person has in each, or what was named, of those that they are linked to now. */
export function whatGoesElsewhere(named: Targets | null, linked: readonly string[]): SystemTarget[] {
  if (named === null) return linked.map((systemId) => ({ systemId, factorIds: null }));
  return (named.systems ?? []).filter(({ systemId }) => linked.includes(systemId));
}
