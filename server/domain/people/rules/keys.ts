/**
 * How a typed username is brought to the stored form: one letter, whichever keyboard, case or spaces around it. Composed
 * again at the end: some letters have one character when they are small and two when they are not.
 */
export function usernameKey(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}

/** How an e-mail address is compared. ASCII letters only: the Kelvin sign would become a k, and another's mailbox one's own. */
export function emailKey(email: string): string {
  return email.trim().replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
