import type { FreezeSwitch } from '../../../contract/freeze.ts';
import type { OutputOf } from '../../../contract/operations.ts';

type Frozen = Pick<OutputOf<'me.get'>['organisation'], 'switches' | 'freezes'>;
export type Freeze = NonNullable<Frozen['freezes']>[number];

/** The switches that are on, those side by side that one press froze; to whom nobody says who and why, all of them. */
export function frozenTogether({ switches, freezes }: Frozen) {
  const groups = new Map<string, { names: FreezeSwitch[]; freeze: Freeze | undefined }>();
  for (const name of switches) {
    const freeze = freezes?.find((each) => each.switch === name);
    const key = JSON.stringify(freeze && [freeze.by?.id, freeze.since, freeze.reason, freeze.thawsAt]);
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { names: [name], freeze });
  }
  return [...groups.values()];
}
