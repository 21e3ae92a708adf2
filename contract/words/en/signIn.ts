/** The screens of people who are not signed in yet. */
export const words = {
  codeTitle: 'Multi-Factor Authentication',
  codeLead: 'Type the code that your authenticator app shows for this account.',
  linkCodeLead:
    'You are signing in this way for the first time. Type the code that your authenticator app shows for this account. You will not be asked for it here again.',
  resetMfa: 'Reset Multi-Factor Authentication',
  authorizationCode: 'Authorization Code',
  codeTooShort: 'Type the six digits that your authenticator app shows.',
  verifyAndSignIn: 'Verify & Sign In',
  back: 'Back',
  clockHint:
    'It is <b>{time}</b> here. If your phone says otherwise, set its clock to automatic and try again: codes follow the clock.',
  setupCodeTooShort: 'Type the six digits that the app shows.',
} as const;
