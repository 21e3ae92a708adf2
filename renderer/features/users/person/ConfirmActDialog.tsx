import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import type { KeptForSecond } from '../../../../contract/schemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import type { ActName } from './acts.ts';

type ConfirmAct = Extract<ActName, 'suspend' | 'reinstate' | 'sendSetUpLink' | 'sendActivationCode'>;

interface Words {
  title: (name: string) => string;
  consequence: string;
  label: string;
  done: (name: string) => string;
  danger?: boolean;
}

const WORDS: Record<ConfirmAct, Words> = {
  suspend: {
    title: (name) => `Suspend ${name}?`,
    consequence:
      'They are signed out everywhere and can’t sign in until they are reinstated. An open reset request of theirs ends; checks and decisions that they made on requests still open no longer count.',
    label: 'Suspend',
    done: (name) => `${name} is suspended.`,
    danger: true,
  },
  reinstate: {
    title: (name) => `Reinstate ${name}?`,
    consequence: 'They can sign in again, with the password and the MFA that they had.',
    label: 'Reinstate',
    done: (name) => `${name} can sign in again.`,
  },
  sendSetUpLink: {
    title: (name) => `Send a set-up link to ${name}?`,
    consequence:
      'They get a mail with a link to choose a password, good for 7 days. A link sent before no longer works.',
    label: 'Send set-up link',
    done: (name) => `The mail with a set-up link for ${name} is in the outbox.`,
  },
  sendActivationCode: {
    title: (name) => `Send an activation code to ${name}?`,
    consequence:
      'It goes to the address on record, is good for one setup within 24 hours, and ends the one sent before.',
    label: 'Send activation code',
    done: (name) => `An activation code is on its way to ${name}.`,
  },
};

const waitsWords = (name: string, kept: KeptForSecond) =>
  `${name} is not suspended yet: in a day one person suspends two of the staff. ${keptWords(kept)}`;

export const isConfirmAct = (act: ActName): act is ConfirmAct => act in WORDS;

interface Props {
  user: UserDetail;
  act: ConfirmAct;
  onClose: () => void;
}

/** Asks once, naming the person, for acts that need nothing else. */
export function ConfirmActDialog({ user: { id, name }, act, onClose }: Props) {
  const toast = useToast();
  const words = WORDS[act];
  const options = {
    onDone: () => {
      toast(words.done(name));
      onClose();
    },
  };
  const update = useWrite('users.update', {
    onDone: (changed) => {
      toast(
        'pendingChange' in changed ? { tone: 'waiting', text: waitsWords(name, changed) } : words.done(name),
      );
      onClose();
    },
  });
  const sendSetUpLink = useWrite('users.sendSetUpLink', options);
  const sendActivationCode = useWrite('users.sendActivationCode', options);
  const acts = {
    suspend: { write: update, run: () => update.mutate({ id, status: 'suspended' }) },
    reinstate: { write: update, run: () => update.mutate({ id, status: 'active' }) },
    sendSetUpLink: { write: sendSetUpLink, run: () => sendSetUpLink.mutate({ id }) },
    sendActivationCode: { write: sendActivationCode, run: () => sendActivationCode.mutate({ id }) },
  };
  const { write, run } = acts[act];
  return (
    <ConfirmDialog
      open
      title={words.title(name)}
      confirmLabel={words.label}
      danger={words.danger}
      busy={write.isPending}
      error={write.error?.refusal}
      onConfirm={run}
      onClose={onClose}
    >
      {words.consequence}
    </ConfirmDialog>
  );
}
