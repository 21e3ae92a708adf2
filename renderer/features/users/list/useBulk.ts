import { useQueryClient } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { UserRow } from '../../../../contract/operations/userSchemas.ts';
import type { KeptForSecond } from '../../../../contract/schemas.ts';
import { StepUpContext, useTransport } from '../../../data/context.ts';
import { readAgain, STALE_AFTER_WRITE, type WriteName } from '../../../data/stale.ts';
import { steppingUp } from '../../../data/useWrite.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';
import type { Transport } from '../../../transport/transport.ts';
import { t } from '../words.ts';

interface BulkAct {
  label: string;
  /** The label where the act fits some of those who are selected. */
  some: (count: number) => string;
  question: (users: readonly UserRow[]) => string;
  done: (count: number) => string;
  danger?: boolean;
  /** What follows, below the question. */
  consequence: string;
  /** Whom it makes sense for. */
  fits: (user: UserRow) => boolean;
  operation: WriteName;
  call: (transport: Transport, id: string) => ReturnType<Transport['call']>;
}

/** Names the one whom it is about, or counts them. */
function asked(
  one: 'suspendOne' | 'reinstateOne' | 'sendSetUpLinkOne',
  all: 'suspendAll' | 'reinstateAll' | 'sendSetUpLinkAll',
  users: readonly UserRow[],
): string {
  const [first] = users;
  return first && users.length === 1 ? t(one, { name: first.name }) : t(all, { count: users.length });
}

export const BULK_ACTS = {
  suspend: {
    label: t('suspend'),
    some: (count) => t('suspendSome', { count }),
    question: (users) => asked('suspendOne', 'suspendAll', users),
    done: (count) => t('allSuspended', { count }),
    danger: true,
    consequence: t('suspendAllOutcome'),
    fits: ({ status }) => status === 'active',
    operation: 'users.update',
    call: (transport, id) => transport.call('users.update', { id, status: 'suspended' }),
  },
  reinstate: {
    label: t('reinstate'),
    some: (count) => t('reinstateSome', { count }),
    question: (users) => asked('reinstateOne', 'reinstateAll', users),
    done: (count) => t('allReinstated', { count }),
    consequence: t('reinstateAllOutcome'),
    fits: ({ status }) => status === 'suspended',
    operation: 'users.update',
    call: (transport, id) => transport.call('users.update', { id, status: 'active' }),
  },
  sendSetUpLink: {
    label: t('sendSetUpLink'),
    some: (count) => t('sendSetUpLinkSome', { count }),
    question: (users) => asked('sendSetUpLinkOne', 'sendSetUpLinkAll', users),
    done: (count) => t('allSentSetUpLink', { count }),
    consequence: t('sendSetUpLinkAllOutcome'),
    fits: ({ status }) => status === 'active',
    operation: 'users.sendSetUpLink',
    call: (transport, id) => transport.call('users.sendSetUpLink', { id }),
  },
} as const satisfies Record<string, BulkAct>;
export type BulkName = keyof typeof BULK_ACTS;

export interface BulkOutcome {
  done: number;
  refused: { user: UserRow; sentence: string }[];
}

/** One act for several people, one after the other: what is refused for one doesn't stop the others. */
export function useBulk() {
  const transport = useTransport();
  const stepUp = use(StepUpContext);
  const client = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const run = async (name: BulkName, users: readonly UserRow[]): Promise<BulkOutcome> => {
    const outcome: BulkOutcome = { done: 0, refused: [] };
    let confirms = true;
    // Who says no to it once isn't asked again for the next of them.
    const confirm = async () => (confirms &&= await stepUp());
    for (const [index, user] of users.entries()) {
      setProgress(index);
      const result = await steppingUp(() => BULK_ACTS[name].call(transport, user.id), confirm);
      if (!result.ok) outcome.refused.push({ user, sentence: result.error.detail });
      // Not done yet: staff beyond two in a day.
      else if (isKept(result.data)) outcome.refused.push({ user, sentence: keptWords(result.data) });
      else outcome.done += 1;
    }
    setProgress(undefined);
    readAgain(client, STALE_AFTER_WRITE[BULK_ACTS[name].operation]);
    return outcome;
  };
  return { run, progress };
}

const isKept = (answer: unknown): answer is KeptForSecond =>
  typeof answer === 'object' && answer !== null && 'pendingChange' in answer;
