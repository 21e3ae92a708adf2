import { LIVE_EVENT_KINDS, type LiveEvent, type LiveEventKind } from '../../../contract/events.ts';

const isKind = (kind: unknown): kind is LiveEventKind => LIVE_EVENT_KINDS.some((known) => known === kind);

/** The live event in a stream's data; undefined for what this version doesn't know. */
export function readLiveEvent(data: string): LiveEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || !isKind(value.kind))
    return undefined;
  return {
    kind: value.kind,
    ...('id' in value && typeof value.id === 'string' ? { id: value.id } : {}),
    ...('change' in value && typeof value.change === 'string' ? { change: value.change } : {}),
  };
}
