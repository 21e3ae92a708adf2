import type { CallError } from '../data/callError.ts';
import { Detail } from '../ui/ListDetail.tsx';
import { ErrorState, LoadingRows } from '../ui/states.tsx';

interface Props {
  title: string;
  error: CallError | null;
  /** Where there is nothing at the address, or it isn't one. */
  notThere: string;
  onRetry: () => void;
  onClose: () => void;
}

/** The panel of what is still being read, or can't be. */
export function UnreadDetail({ title, error, notThere, onRetry, onClose }: Props) {
  const isNothing = error?.code === 'not_found' || error?.code === 'invalid_input';
  return (
    <Detail title={title} onClose={onClose}>
      {error ? (
        <ErrorState
          message={isNothing ? notThere : error.message}
          onRetry={error.problem.status < 500 ? undefined : onRetry}
        />
      ) : (
        <LoadingRows rows={8} />
      )}
    </Detail>
  );
}
