import { useRead } from '../../../data/useRead.ts';

/** Whether systems are connected: without any, nothing of them is shown. */
export function useConnected(): boolean {
  const { data } = useRead('resetRequests.outside', { limit: 1 });
  return data !== undefined && data.watched.length > 0;
}
