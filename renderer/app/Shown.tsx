import { Outlet, useNavigation } from 'react-router';
import { AskBeforeLeaving } from '../ui/AskBeforeLeaving.tsx';

/** The page of the address. It says that it is busy while the code of the one that follows it comes. */
export function Shown() {
  const isLeaving = useNavigation().state !== 'idle';
  return (
    <div aria-busy={isLeaving || undefined} style={{ display: 'contents' }}>
      <AskBeforeLeaving>
        <Outlet />
      </AskBeforeLeaving>
    </div>
  );
}
