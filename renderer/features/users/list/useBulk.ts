import { useQueryClient } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { UserRow } from '../../../../contract/operations/userSchemas.ts';
import type { KeptForSecond } from '../../../../contract/schemas.ts';
import { StepUpContext, useTransport } from '../../../data/context.ts';
import { readAgain, STALE_AFTER_WRITE, type WriteName } from '../../../data/stale.ts';
import { steppingUp } from '../../../data/useWrite.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';
import type { Transport } from '../../../transport/transport.ts';

interface BulkAct {
  /** "Suspend" and "suspended". */
  label: string;
  done: string;
  danger?: boolean;
  /** What follows, below the question. */
  consequence: string;
  /** Whom it makes sense for. */
  fits: (user: UserRow) => boolean;
  operation: WriteName;
  call: (transport: Transport, id: string) => ReturnType<Transport['call']>;
}

export const BULK_ACTS = {
  suspend: {
    label: 'Suspend',
    done: 'suspended',
    danger: true,
    consequence:
      'They are signed out everywhere and can’t sign in until they are reinstated. Their open reset requests end.',
    fits: ({ status }) => status === 'active',
    operation: 'users.update',
    call: (transport, id) => transport.call('users.update', { id, status: 'suspended' }),
  },
  reinstate: {
    label: 'Reinstate',
    done: 'reinstated',
    consequence: 'They can sign in again, with the MFA that they had.',
    fits: ({ status }) => status === 'suspended',
    operation: 'users.update',
    call: (transport, id) => transport.call('users.update', { id, status: 'active' }),
  },
  sendSetUpLink: {
    label: 'Send set-up link',
    done: 'sent a set-up link',
    consequence:
      'Who has no password yet gets a mail with a link to choose one, good for 7 days. Links sent before no longer work.',
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
