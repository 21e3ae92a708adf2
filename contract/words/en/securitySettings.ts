/** One's own MFA, password, sessions and history. */
export const words = {
  currentCodeTooShort: 'Type the six digits that your old phone shows.',
  newCodeTooShort: 'Type the six digits that the app shows.',
  codeTooShort: 'Type the six digits that your authenticator app shows.',
} as const;
