import { BaseSequencer } from 'vitest/node';

/** Short to read and long to run: random walks, whatever is sent to everything, every combination, kills in the middle. */
const LONG = /\/(?:model\w*|exhaustive|fuzz|kill\w*|since|putBack|databaseKeys|start|dev)\.test\.ts$/;

/** @param {{ moduleId: string }} file */
const isLong = ({ moduleId }) => LONG.test(moduleId);

/** Where nothing is known of earlier runs vitest begins with the largest files; the last one of these would run alone. */
export class LongFirst extends BaseSequencer {
  /** @override @type {BaseSequencer['sort']} */
  async sort(files) {
    const sorted = await BaseSequencer.prototype.sort.call(this, files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
