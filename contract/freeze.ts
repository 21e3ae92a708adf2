/** What can be stopped while an organisation is under attack, each by a switch of its own; signing in with what one has goes on. */
export const FREEZE_SWITCHES = ['resets', 'setups', 'passwords'] as const;
export type FreezeSwitch = (typeof FREEZE_SWITCHES)[number];

/** Each switch as a sentence names it. */
export const FREEZE_WORDS: Record<FreezeSwitch, string> = {
  resets: 'all resets',
  setups: 'new setups',
  passwords: 'passwords by mail',
};

/** *All resets, new setups and passwords by mail*, from the beginning of a sentence. */
export function freezeWords(switches: readonly FreezeSwitch[]): string {
  const words = switches.map((name) => FREEZE_WORDS[name]);
  const last = words.at(-1) ?? '';
  const text = words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
