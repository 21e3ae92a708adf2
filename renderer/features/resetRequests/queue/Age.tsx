import { duration } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';

/** How long something has waited; its table says since when under the pointer. */
export function Age({ since }: { since: string }) {
  const now = useNow();
  return (
    <time dateTime={since} data-exact>
      {duration(now - Date.parse(since))}
    </time>
  );
}
