import { useWrite } from '../../data/useWrite.ts';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { counted } from '../../ui/time.ts';
import { useToast } from '../../ui/Toasts.tsx';

/** For when the mail server was put right outside of here: nothing waits for its next try. */
export function SendAgain() {
  const toast = useToast();
  const send = useWrite('outbox.sendAgain', {
    onDone: ({ count }) => toast(`${counted(count, 'mail')} on the way now.`),
  });
  return (
    <SubmitButton
      variant="outlined"
      size="small"
      busy={send.isPending}
      onClick={() => send.mutate({}, { onError: ({ message }) => toast(message) })}
    >
      Send all again
    </SubmitButton>
  );
}
