import { useEffect } from 'react';
import { useTransport } from '../../../data/context.ts';

/** The server keeps a page for 50 seconds after it last said that it stands. Milliseconds. */
const STAY_EVERY = 20_000;
/** Whoever has had another tab in front for so long no longer looks. Milliseconds. */
const UNSEEN = 60_000;

/** Shows others that one has a request open, as long as the page is there and seen. */
export function useViewing(id: string): void {
  const transport = useTransport();
  useEffect(() => {
    const page = crypto.randomUUID();
    let beat: ReturnType<typeof setInterval> | undefined;
    let unseen: ReturnType<typeof setTimeout> | undefined;

    const say = () => void transport.call('viewers.stay', { id, page });
    const stay = () => {
      if (beat !== undefined) return;
      say();
      beat = setInterval(say, STAY_EVERY);
    };
    const leave = () => {
      clearTimeout(unseen);
      if (beat === undefined) return;
      clearInterval(beat);
      beat = undefined;
      void transport.call('viewers.leave', { id, page });
    };
    const look = () => {
      clearTimeout(unseen);
      if (document.visibilityState === 'visible') stay();
      else unseen = setTimeout(leave, UNSEEN);
    };

    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', leave);
    // Back by the browser's own cache: as it was left.
    window.addEventListener('pageshow', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', look);
      leave();
    };
  }, [transport, id]);
}
