import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import type { KeptForSecond } from '../../../../contract/schemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptWords } from '../../../shared/keptForSecond.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import type { ActName } from './acts.ts';
import { t } from '../words.ts';

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
    title: (name) => t('suspendOne', { name }),
    consequence: t('suspendOneOutcome'),
    label: t('suspend'),
    done: (name) => t('oneSuspended', { name }),
    danger: true,
  },
  reinstate: {
    title: (name) => t('reinstateOne', { name }),
    consequence: t('reinstateOneOutcome'),
    label: t('reinstate'),
    done: (name) => t('oneReinstated', { name }),
  },
  sendSetUpLink: {
    title: (name) => t('sendSetUpLinkOne', { name }),
    consequence: t('sendSetUpLinkOneOutcome'),
    label: t('sendSetUpLink'),
    done: (name) => t('setUpLinkSent', { name }),
  },
  sendActivationCode: {
    title: (name) => t('sendActivationCodeOne', { name }),
    consequence: t('sendActivationCodeOutcome'),
    label: t('sendActivationCode'),
    done: (name) => t('activationCodeSent', { name }),
  },
};

const waitsWords = (name: string, kept: KeptForSecond) =>
  t('suspensionWaits', { name, waits: keptWords(kept) });

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
