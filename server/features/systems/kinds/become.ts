import { sentence } from '../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../domain/systems/failure.ts';
import type { Access } from '../../../domain/systems/kind.ts';

interface Turn {
  isSo: () => Promise<boolean>;
  change: () => Promise<unknown>;
  /** What it is where the account reads as before. */
  fails?: (access: Access) => SystemFailure;
}

const ofAccount = ({ name }: Access) => ({ name, what: sentence('answers/systems', 'accountState') });

/** It answers from many copies: the change may be there in a moment. */
const notYet = (access: Access) =>
  new SystemFailure('timed_out', sentence('answers/systems', 'notYet', ofAccount(access)));

/** Nothing that it says can be believed. */
export const unchanged = (access: Access) =>
  new SystemFailure('odd_answer', sentence('answers/systems', 'stillThere', ofAccount(access)));

/** Has an account be held, or open for setup, where it isn't so already, and reads it again. */
export async function become(access: Access, { isSo, change, fails = notYet }: Turn): Promise<void> {
  if (await isSo()) return;
  await change();
  if (!(await isSo())) throw fails(access);
}
