export interface Clipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  clear(): void;
}

/** How long a copied secret stays (S-75), in milliseconds. */
const STAYS_MS = 60_000;

/** Copies secrets and takes each back after a minute, unless the person has copied something else since. */
export function createSecretClipboard(
  clipboard: Clipboard,
  after: (ms: number, act: () => void) => { cancel(): void },
) {
  let held: { text: string; timer: { cancel(): void } } | undefined;

  async function takeBack() {
    const text = held?.text;
    held?.timer.cancel();
    held = undefined;
    if (text !== undefined && (await clipboard.readText()) === text) clipboard.clear();
  }

  return {
    async copy(text: string) {
      await clipboard.writeText(text);
      held?.timer.cancel();
      held = { text, timer: after(STAYS_MS, () => void takeBack()) };
    },
    /** At once: when the app ends or locks. */
    takeBack,
  };
}
