import type { FreezeSwitch } from '../../../../contract/freeze.ts';
import type { Db } from '../../../../server/db/connection.ts';
import { freezeFaults } from './freezes.ts';
import { linkFaults } from './links.ts';
import { readPeople } from './people.ts';
import { revealFaults } from './reveals.ts';
import { actOf, eventsSince, look } from './sight.ts';
import type { Memory, Sight } from './sight.ts';
import { unlockFaults } from './unlocks.ts';

/** How many of what was judged were legal. */
export type Judged = Record<'unlocks' | 'reveals' | 'links' | 'unfreezes', number>;

export const nothingJudged = (): Judged => ({ unlocks: 0, reveals: 0, links: 0, unfreezes: 0 });

/**
 * Judges what one act brought about from the rows before and after it, and the log between: written from product.md, apart from
 * the rules that it judges. Answers what is wrong, and the sight that the next act begins with.
 */
export async function judgeAct(
  db: Db,
  { before, memory, judged }: { before: Sight; memory: Memory; judged: Judged },
): Promise<{ faults: string[]; after: Sight }> {
  const { events, sequence } = await eventsSince(db, before.sequence);
  const after = await look(db, sequence);
  const faults: string[] = [];
  const of = (action: string) => events.filter((event) => event.action === action);
  const [unlocks, reveals, links] = [of('mfa.unlocked'), of('outbox.revealed'), of('sso.linked')];
  const thawed = before.frozen.size > 0 && [...before.frozen].some((name) => !after.frozen.has(name));
  const judging = unlocks.length + reveals.length + links.length > 0;
  if (judging || thawed || (before.frozen.size > 0 && events.length > 0)) {
    const facts = { before, after, memory, people: await readPeople(db) };
    for (const event of unlocks) faults.push(...(await unlockFaults(db, event, facts)));
    for (const event of reveals) faults.push(...(await revealFaults(db, event, facts)));
    for (const event of links) faults.push(...(await linkFaults(db, event, facts)));
    faults.push(...freezeFaults(events, facts));
  }
  for (const { actor_id, at, data } of of('resets.frozen')) {
    const unproven = memory.thrown.get(actOf(actor_id, at)) ?? null;
    for (const name of data['switches'] as FreezeSwitch[]) memory.freezes.set(name, { at, unproven });
  }
  // Whoever is no longer locked was unlocked as above, or reset, which has a judge of its own.
  for (const { id, locked_at, mfa_state } of after.people.values()) {
    const was = before.people.get(id)?.locked_at ?? null;
    const told = unlocks.some(({ target_id }) => target_id === id) || mfa_state === 'off';
    if (was !== null && locked_at === null && !told) faults.push('a lock that went without a word');
  }
  judged.unlocks += unlocks.length;
  judged.reveals += reveals.length;
  judged.links += links.length;
  judged.unfreezes += Number(thawed);
  return { faults, after };
}
