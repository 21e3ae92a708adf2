/** What makes a password good, as the server checks it: length, and not being a common one (NIST SP 800-63B-4). */
export const PASSWORD_HELP = 'At least 12 characters. A few unrelated words are strong and easy to remember.';
