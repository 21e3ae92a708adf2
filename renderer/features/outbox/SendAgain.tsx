import { useWrite } from '../../data/useWrite.ts';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { t } from './words.ts';

/** For when the mail server was put right outside of here: nothing waits for its next try. */
export function SendAgain() {
  const toast = useToast();
  const send = useWrite('outbox.sendAgain', {
    onDone: ({ count }) => toast(t('sentAgain', { count })),
  });
  return (
    <SubmitButton
      variant="outlined"
      size="small"
      busy={send.isPending}
      onClick={() => send.mutate({}, { onError: ({ message }) => toast(message) })}
    >
      {t('sendAllAgain')}
    </SubmitButton>
  );
}
