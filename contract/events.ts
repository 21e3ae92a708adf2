/** Live events carry no data beyond what to look at again: the reader fetches it with its own permissions. */
export const LIVE_EVENT_KINDS = [
  'reset_requests',
  'users',
  'policy',
  'outbox',
  'audit',
  'organisation',
  'me',
  'pending_changes',
  'viewers',
  'jobs',
] as const;
export type LiveEventKind = (typeof LIVE_EVENT_KINDS)[number];

export interface LiveEvent {
  kind: LiveEventKind;
  /** The thing that changed, where there is one. */
  id?: string;
  /** What happened to it; `opened` on reset_requests is what a notification is shown for. */
  change?: string;
}

/** What to look at again where events may have been missed. */
export const EVERYTHING: readonly LiveEvent[] = LIVE_EVENT_KINDS.map((kind) => ({ kind }));
