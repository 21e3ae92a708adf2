import type { FreezeSwitch } from '../../../../contract/freeze.ts';
import { MINUTE } from '../../../../server/time.ts';
import type { People } from './people.ts';
import type { Memory, SeenEvent, Sight } from './sight.ts';

/** What each switch stops (product: Freeze; S-103). */
const STOPPED: Record<FreezeSwitch, (event: SeenEvent) => boolean> = {
  resets: ({ action }) => action === 'mfa.reset' || action === 'mfa.unlocked',
  // What follows a reset by itself is a code that nobody can use yet; whoever makes one is stopped.
  setups: ({ action, actor_id, data }) =>
    ['mfa.set_up', 'mfa.moved'].includes(action) ||
    (action === 'activation_code.issued' && actor_id !== null) ||
    (action === 'password.link_sent' && data['purpose'] !== 'forgotten'),
  passwords: ({ action, data }) =>
    action === 'password.set_by_link' || (action === 'password.link_sent' && data['purpose'] === 'forgotten'),
};

/** What happened although a switch was on all the while, and switches that went off by nobody who may. */
export function freezeFaults(
  events: readonly SeenEvent[],
  { before, after, people, memory }: { before: Sight; after: Sight; people: People; memory: Memory },
): string[] {
  const faults: string[] = [];
  for (const name of before.frozen) {
    if (after.frozen.has(name)) {
      const happened = events.filter(STOPPED[name]).map(({ action }) => action);
      if (happened.length > 0) faults.push(`${happened.join()} while ${name} are frozen`);
      continue;
    }
    const end = events.find(
      ({ action, data }) =>
        (action === 'resets.unfrozen' || action === 'resets.thawed') &&
        (data['switches'] as string[]).includes(name),
    );
    if (!end) faults.push(`${name} went on without a word`);
    else if (end.action === 'resets.thawed') {
      if (!mayThaw(name, end.at)) faults.push(`${name} thawed that were proven, or too early`);
    } else if (end.actor_id === null || !people.holds(end.actor_id, 'security_officer'))
      faults.push(`${name} were let go on by no officer`);
    else if (people.isYoung(end.actor_id, end.at)) faults.push(`${name} were let go on by a young officer`);
  }
  return faults;

  function mayThaw(name: FreezeSwitch, at: number): boolean {
    const thrown = memory.freezes.get(name);
    if (!thrown || thrown.unproven === null) return false;
    const proof = memory.steppedUp.get(thrown.unproven) ?? -Infinity;
    return at >= thrown.at + 15 * MINUTE && proof < thrown.at;
  }
}
