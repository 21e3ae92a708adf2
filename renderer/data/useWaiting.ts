import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../contract/errors.ts';

/**
 * Waits for what a person does in another window. One attempt counts at a time: what was begun anew, left, or is no longer on
 * screen says nothing any more.
 */
export function useWaiting<T>(wait: (signal: AbortSignal) => Promise<Result<T>>, onDone: (data: T) => void) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => () => waiting.current?.abort(), []);
  const leave = () => {
    waiting.current?.abort();
    setBusy(false);
    setRefusal(undefined);
  };
  const begin = async () => {
    leave();
    const { signal } = (waiting.current = new AbortController());
    setBusy(true);
    const result = await wait(signal);
    if (signal.aborted) return;
    setBusy(false);
    if (result.ok) onDone(result.data);
    else setRefusal(result.error.detail);
  };
  return { busy, refusal, begin: () => void begin(), leave };
}
