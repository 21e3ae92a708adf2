import { withMarks } from '../../../../contract/text.ts';

/**
 * A name that a connected system told, as one line with what nobody sees in it written out (S-107). Half a letter, which no
 * event of the log can hold, is shown as one that can't be read.
 */
export function lineFromThere(name: string): string {
  return withMarks(name.toWellFormed().replaceAll(/\s+/g, ' '));
}
