import { sentence } from '../../../../contract/words/sentence.ts';
import { SystemFailure } from '../../../../server/domain/systems/failure.ts';
import type { SystemFailureCode } from '../../../../server/domain/systems/failure.ts';
import type { SystemKind } from '../../../../server/domain/systems/kind.ts';
import { keycloak } from '../../../../server/features/systems/kinds/keycloak/kind.ts';
import type { Random } from '../../../support/random.ts';

/** The server dies while it waits for an answer: nothing of what it would have done after that is done. */
export class Killed extends Error {}

interface Options {
  holds: boolean;
  random: Random;
  now: () => number;
  failures: Record<string, number>;
  /** A factor is about to go. */
  removed(factorId: string): Promise<void>;
}

/**
 * A system of one account that can't be relied on. It fails before or after it did what it was asked for, does it twice, says that it did
 * and didn't, and has the server die. It tells the truth of what it lists: nobody could know of a lie there.
 */
export function createFickle({ holds, random, now, failures, removed }: Options) {
  const account = {
    enabled: true,
    /** When the gate opened it without a factor; null once it has one, or is held. */
    openedAt: null as number | null,
    factors: new Set(['f-1', 'f-2']),
    sessions: 2,
  };
  let made = 2;
  let isWell = false;

  function failure(code: SystemFailureCode): SystemFailure {
    return new SystemFailure(code, sentence('answers/systems', 'timedOut', { name: 'one' }));
  }

  /** @param lies whether it may say that it did what it didn't */
  async function fickle<T>(act: () => T | Promise<T>, { lies }: { lies: T } | { lies?: never }): Promise<T> {
    const how = isWell ? 99 : random(16);
    const note = (what: string) => {
      failures[what] = (failures[what] ?? 0) + 1;
    };
    if (how === 0) {
      note('fails');
      throw failure('unreachable');
    }
    if (how === 1) {
      note('refuses');
      throw failure('not_allowed');
    }
    if (how === 2) {
      await act();
      note('late');
      throw failure('timed_out');
    }
    if (how === 3) {
      await act();
      note('twice');
      return act();
    }
    if ((how === 4 || how === 6) && lies !== undefined) {
      note('lies');
      return lies;
    }
    if (how === 5) {
      if (random(2) === 0) await act();
      note('dies');
      throw new Killed();
    }
    return act();
  }
  const does = (act: () => void | Promise<void>) => fickle<void | null>(act, { lies: null });

  const kind: SystemKind = {
    ...keycloak,
    abilities: { ...keycloak.abilities, holdsAccount: holds },
    factorsOf: () =>
      fickle(
        () =>
          [...account.factors].map((id) => ({
            id,
            kind: 'app' as const,
            name: id,
            createdAt: 1,
            lastUsedAt: null,
            stopped: false,
          })),
        {},
      ),
    async removeFactor(_access, _externalId, factorId) {
      await does(async () => {
        if (!account.factors.has(factorId)) return;
        await removed(factorId);
        if (holds && account.enabled && account.factors.size === 1)
          throw new Error(`The last factor goes, and the password alone leads in: ${factorId}.`);
        account.factors.delete(factorId);
      });
    },
    async endSessions() {
      await does(() => {
        account.sessions = 0;
      });
    },
    sessionsOf: () => fickle(() => account.sessions, {}),
    isEnabled: () => fickle(() => account.enabled, {}),
    async hold() {
      await does(() => {
        account.enabled = false;
        account.openedAt = null;
      });
      // As each kind does: it is read back.
      if (account.enabled) throw failure('odd_answer');
    },
    async openForSetup() {
      await does(() => {
        if (!account.enabled && account.factors.size === 0) account.openedAt = now();
        account.enabled = true;
      });
      if (!account.enabled) throw failure('odd_answer');
    },
  };
  return {
    kind,
    account,
    /** Its owner sets up a factor there, where they get in. */
    setUp() {
      if (!account.enabled || account.factors.size > 3) return;
      made += 1;
      account.factors.add(`f-${made}`);
      account.openedAt = null;
      account.sessions += 1;
    },
    /** From then on it can be relied on. */
    heal() {
      isWell = true;
    },
  };
}
