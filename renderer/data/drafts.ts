/**
 * What this browser keeps while it is typed, so that a page loaded again or a closed window loses nothing: for the session it
 * was typed in and no longer, because the next one at this computer may be somebody else. Never a code.
 */
const KEY = 'gatehouse-drafts';
/** Where drafts were kept once, for any session. */
const KEPT_BEFORE = /^gatehouse-(?:check-)?note-/;

interface Drafts {
  session: string;
  drafts: Record<string, unknown>;
}

/** Web storage can be full or forbidden: what is on screen is then all there is. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function read(): Drafts | null {
  const kept = attempt(() => JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Drafts> | null);
  const isOurs = typeof kept?.session === 'string' && typeof kept.drafts === 'object';
  return isOurs ? (kept as Drafts) : null;
}

const write = (kept: Drafts) => attempt(() => localStorage.setItem(KEY, JSON.stringify(kept)));

/** Somebody is signed in: what another session left goes, and theirs may be kept from now on. */
export function beginDrafts(session: string): void {
  if (read()?.session === session) return;
  endDrafts();
  write({ session, drafts: {} });
}

/** Nobody is signed in here: nothing of what was typed stays. */
export function endDrafts(): void {
  attempt(() => {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const key of keys) if (key === KEY || KEPT_BEFORE.test(key)) localStorage.removeItem(key);
  });
}

/** Whether the last page of this browser was somebody's who was signed in: who opens one now most likely still is. */
export const wasSignedIn = () => read() !== null;

/**
 * Keeps a draft by its name; null forgets it. Nothing is kept once the session is over, also where another page of this browser
 * has ended it and this one has not heard of that yet.
 */
export function keepDraft(session: string, name: string, value: object | string | null): void {
  const kept = read();
  if (kept?.session !== session) return;
  const { [name]: _, ...others } = kept.drafts;
  write({ session, drafts: value === null ? others : { ...others, [name]: value } });
}

/** What was kept; null where there is nothing. */
export function recallDraft(session: string, name: string): unknown {
  const kept = read();
  return kept?.session === session ? (kept.drafts[name] ?? null) : null;
}

/**
 * Whether another session has begun in this browser, which a page that slept or lost its line may not have heard of: what it
 * does by itself would be done in somebody else's name.
 */
export function isOtherSession(session: string): boolean {
  const kept = read();
  return kept !== null && kept.session !== session;
}

/** Hears when another page of this browser begins or ends a session. */
export function onOtherSession(session: string, hear: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if ((key === KEY || key === null) && read()?.session !== session) hear();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
