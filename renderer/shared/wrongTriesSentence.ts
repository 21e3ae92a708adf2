/** What staff read of wrong tries at an activation code that is still good. */
export function wrongTriesSentence(wrong: number, name: string): string {
  const codes = wrong === 1 ? 'A wrong activation code was' : `${wrong} wrong activation codes were`;
  return `${codes} entered after ${name}’s password. Ask ${name} whether it was them; ten wrong ones end the code, and you can send another.`;
}
