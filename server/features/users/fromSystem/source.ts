import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Tx } from '../../../db/connection.ts';
import type { User } from '../../../domain/people/people.ts';

/** A connected system that people are read from: what is done by it is nobody's act here. */
export interface ReadSource {
  systemId: string;
  name: string;
  /** Who switched it on. */
  byId: string;
  /** Throws where it was switched off meanwhile; else nobody switches it off until the commit. */
  hold(tx: Tx): Promise<void>;
  /** Why somebody isn't changed by it, whoever is locked. */
  whyNot(tx: Tx, user: User): Promise<Sentence | null>;
}

/** It was switched off, or another server reads. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';
}
