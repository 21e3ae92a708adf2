import type { Deps } from '../../context.ts';
import type { SendFailure } from '../../domain/mail/failure.ts';
import type { LeasedMail } from '../../domain/mail/deliveryStore.ts';
import { HOUR } from '../../time.ts';
import { pauseAfter } from './pauseAfter.ts';

export interface FailureLog {
  failed(mail: LeasedMail, failure: SendFailure): void;
  /** A mail went: the next fault is news. */
  passed(): void;
}

/** Tells of what is tried again at the first time and then hourly, of what is refused for good once. */
export function createFailureLog({ log, now }: Pick<Deps, 'log' | 'now'>): FailureLog {
  let toldAt: number | null = null;
  return {
    failed({ id, kind, attempts }, failure) {
      const facts = { mail: id, kind, attempts, failure };
      if (failure.kind === 'refused') return log.warn(facts, 'mail refused for good');
      if (failure.kind === 'refused_now') {
        if (attempts === 1 || pauseAfter(attempts) === HOUR) log.warn(facts, 'mail not accepted');
        return undefined;
      }
      const at = now();
      // A time ahead is of a clock that was wrong.
      if (toldAt !== null && toldAt <= at && at < toldAt + HOUR) return undefined;
      toldAt = at;
      return log.warn(facts, 'the mail server takes no mail');
    },
    passed() {
      toldAt = null;
    },
  };
}
