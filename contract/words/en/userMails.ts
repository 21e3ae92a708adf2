/** Mails to the person whom they are about. Which names a mail may use: server/domain/mail/kinds.ts. */
export const userMails = {
  mfa_set_up: {
    subject: 'Multi-factor authentication is set up',
    body: `
Multi-factor authentication is now on for your account {username}. It was set up on {at}.

From now on you are asked for a code from your authenticator app at every sign-in.

Wasn’t it you? Tell the help desk at once. Somebody else may have your password.`,
  },
  mfa_moved: {
    subject: 'Your authenticator has moved to a new phone',
    body: `
The authenticator for your account {username} was moved on {at}. Codes from the old phone no longer work.

You can delete the old entry in the app on the old phone.

Wasn’t it you? Tell the help desk at once. Somebody else may have your password and your phone.`,
  },
  mfa_disabled: {
    subject: 'Multi-factor authentication is off',
    body: `
Multi-factor authentication was switched off for your account {username} on {at}.

Delete the old entry in your authenticator app. You can set up again under Security Settings:
{securitySettingsLink}

Wasn’t it you? Tell the help desk at once. Somebody else may have your password and your phone.`,
  },
  authenticator_added: {
    subject: 'An authenticator was added',
    body: `
{authenticator} was added to your account {username} on {at}. You can sign in with a code from it, as with those that you had before.

Wasn’t it you? Tell the help desk at once. Somebody else may have your password and your phone.`,
  },
  authenticator_removed: {
    subject: 'An authenticator was removed',
    body: `
{authenticator} was removed from your account {username} on {at}. Codes from it no longer work.

Delete its entry in the app, if you still have it.

Wasn’t it you? Tell the help desk at once. Somebody else may have your password and your phone.`,
  },
  authenticator_stopped: {
    subject: 'An authenticator was stopped',
    body: `
{authenticator} was stopped for your account {username} on {at}. Its codes no longer count.

Do you have another authenticator? Sign in with that one. If not, ask for a reset where the code is asked for, or call the help desk.

Wasn’t it you? Tell the help desk at once. Somebody else may have your password.

Or open this page and press its button. That turns it on again and signs everyone out of your account:
{startAgainLink}

The link that stops the reset turns it on again, too.{vetoLink?}`,
  },
  mfa_now_required: {
    subject: 'Multi-factor authentication is now required',
    body: `
{organisation} now asks for multi-factor authentication at sign-in.

Set it up by {dueAt}. After that you can only sign in by setting up.

You need an authenticator app on your phone. It takes about two minutes:
{securitySettingsLink}

We never ask for a code by mail or telephone. If you have questions, ask the help desk.`,
  },
  grace_reminder: {
    subject: 'Set up multi-factor authentication',
    body: `
You have until {dueAt} to set up multi-factor authentication for your account {username}.

After that you can only sign in by setting up. It takes about two minutes:
{securitySettingsLink}

We never ask for a code by mail or telephone. If you have questions, ask the help desk.`,
  },
  reset_requested: {
    subject: 'A reset of your multi-factor authentication was requested',
    asksWhoseRequest: true,
    body: `
A reset of multi-factor authentication was requested for your account {username} on {at}.

An administrator will contact you to verify that the request is genuine. Your existing setup stays valid meanwhile. If you still have it, sign in and cancel the request under Security Settings.

Wasn’t it you? Somebody may have your password. Tell the help desk, or stop the request yourself.`,
  },
  identity_asked: {
    subject: '{system} asks whether it is you',
    asksWhoseRequest: true,
    body: `
On {at}, {system} asked us whether the person who uses your account {username} is you. This changes nothing here.

If it is you: call the help desk, and read out the code that your browser shows.

Wasn’t it you? Read no code to anybody, and stop the request.`,
  },
  identity_confirmed: {
    subject: 'We confirmed that it is you',
    asksWhoseRequest: true,
    body: `
On {at} we answered another system that the person who uses your account {username} there is you.

These checks were made in your name:
{checks}

Didn’t one of them happen, or wasn’t it you who asked? Tell the help desk at once, or secure your account yourself.`,
  },
  reset_cancelled: {
    subject: 'The reset request was cancelled',
    body: `
The request to reset multi-factor authentication for your account {username} was cancelled on {at}. Your existing setup stays valid.

Wasn’t it you? Tell the help desk. They can open a new request with you.`,
  },
  reset_approved_holding: {
    subject: 'Your multi-factor authentication will be reset',
    asksWhoseRequest: true,
    body: `
The reset of multi-factor authentication for your account {username} was approved. It is carried out automatically: as policy is now, not before {holdEndsAt}.

These checks were made in your name:
{checks}

Didn’t one of them happen, or wasn’t it you who asked? Tell the help desk at once, or stop the reset yourself.`,
  },
  reset_denied: {
    subject: 'The reset request was denied',
    body: `
The request to reset multi-factor authentication for your account {username} was denied on {at}. Your existing setup stays valid.

The reason given: {reason}

A new request can be made after 24 hours.

Wasn’t it you who asked? Somebody may have your password. Tell the help desk, and change your password.`,
  },
  reset_done: {
    subject: 'Your multi-factor authentication was reset',
    asksWhoseRequest: true,
    body: `
Multi-factor authentication for your account {username} was reset on {at}. You were signed out everywhere.

To set up again:

- Delete the old entry in your authenticator app first.
- Sign in with your username and password.
- When you are asked for the activation code, type the code below.{activationCode?}
- Scan the new QR code with the app.

Your activation code:
{activationCode}
It is good for one setup and for 24 hours. Give it to nobody. The help desk never asks for it.

These checks were made in your name:
{checks}

Didn’t one of them happen, or wasn’t it you who asked? Tell the help desk at once, or secure your account yourself.`,
  },
  reset_done_in_person: {
    subject: 'Your multi-factor authentication was reset',
    asksWhoseRequest: true,
    body: `
Multi-factor authentication for your account {username} was reset on {at}. You were signed out everywhere.

To set up again:

- Delete the old entry in your authenticator app first.
- Get your activation code from the help desk in person. It is not sent by mail.
- Sign in with your username and password, and type the activation code.
- Scan the new QR code with the app.

These checks were made in your name:
{checks}

Didn’t one of them happen, or wasn’t it you who asked? Tell the help desk at once, or secure your account yourself.`,
  },
  reset_done_named: {
    subject: 'An authenticator was reset',
    asksWhoseRequest: true,
    body: `
{authenticator} was removed from your account {username} on {at}, as a reset request asked. Codes from it no longer work, and you were signed out everywhere.

Your other authenticators stay as they are: sign in with a code from one of them.

These checks were made in your name:
{checks}

Didn’t one of them happen, or wasn’t it you who asked? Tell the help desk at once, or secure your account yourself.`,
  },
  reset_done_elsewhere: {
    subject: 'Your factors in {system} were reset',
    asksWhoseRequest: true,
    body: `
This was removed in {system} on {at}, as a reset request for your account {username} asked:
{factors}

Sign-in there may be closed until you set up again. The help desk tells you how.

These checks were made in your name:
{checks}

Didn’t one of them happen, or wasn’t it you who asked? Tell the help desk at once, or secure your account yourself.`,
  },
  way_back_in: {
    subject: 'Your activation code for signing in again',
    body: `
Sign-in with your account {username} is closed in these systems, because your factors there were reset:
{systems}

This activation code opens it, so that you can set up again:
{activationCode}

- Have your phone at hand: sign-in there stays open for 30 minutes.
- Open this page and type your username, your password and the code: {lostDeviceLink}
- Then sign in there and set up.

The code is good once and for 24 hours. Earlier codes no longer work. Give it to nobody. The help desk never asks for it.

Didn’t you expect this mail? Tell the help desk. Somebody may be trying to set up their own phone.`,
  },
  way_back_in_in_person: {
    subject: 'How you sign in again after the reset',
    body: `
Sign-in with your account {username} is closed in these systems, because your factors there were reset:
{systems}

To set up again:

- Get your activation code from the help desk in person. It is not sent by mail.
- Have your phone at hand: sign-in there stays open for 30 minutes after you gave the code.
- Open this page and type your username, your password and the code: {lostDeviceLink}
- Then sign in there and set up.

Didn’t you ask for a reset? Tell the help desk at once.`,
  },
  activation_code: {
    subject: 'Your activation code',
    body: `
You need this activation code to set up multi-factor authentication for your account {username}:
{activationCode}
It is good for one setup and for 24 hours. Earlier codes no longer work. Give it to nobody. The help desk never asks for it.

Didn’t you expect this mail? Tell the help desk. Somebody may be trying to set up their own phone.`,
  },
  this_was_not_me_done: {
    subject: 'We have stopped the reset of your multi-factor authentication',
    body: `
You told us on {at} that the reset for your account {username} wasn’t you. The reset is stopped, you are signed out everywhere, and nobody can set up multi-factor authentication for you for now. The security officers know.

Set a new password. Choose “Forgot password” on the sign-in page:
{signInLink}

Wasn’t this you either? Tell the help desk.`,
  },
  wrong_code: {
    subject: 'A wrong code was entered for your account',
    body: `
Somebody entered your password for the account {username} on {at}, and then a wrong code.

It came from the address {address}.

If it was you, all is well. Codes are refused if the phone’s clock is wrong: set it to automatic.

Wasn’t it you? Somebody else has your password. Change it now under Security Settings:
{securitySettingsLink}`,
  },
  wrong_activation_code: {
    subject: 'A wrong activation code was entered for your account',
    body: `
Somebody entered your password for the account {username} on {at}, and then a wrong activation code.

It came from the address {address}.

If it was you, all is well. Enter the newest code. It ends after ten wrong attempts, and your help desk then sends you another.

Wasn’t it you? Somebody else has your password. Choose “Forgot password” on the sign-in page, and tell the help desk:
{signInLink}`,
  },
  locked: {
    subject: 'Your account is locked',
    body: `
Too many wrong codes were entered for your account {username}. It was locked on {at}.

Call the help desk. Once they have verified that it is you, they unlock it, or reset your multi-factor authentication.

Wasn’t it you? Then somebody else has your password. Tell the help desk, and change your password.`,
  },
  unlocked: {
    subject: 'Your account is unlocked',
    body: `
Your account {username} was unlocked on {at}. You can sign in with your password and a code as before.

It was unlocked by {by}.

Before that, somebody made sure that it was you:
{checks}

Didn’t you ask for it? Tell the help desk at once.`,
  },
  password_set: {
    subject: 'Your account is ready',
    body: `
The password of your account {username} was set on {at}. Sign in with your username and that password:
{signInLink}

Wasn’t it you? Tell the help desk at once, and set a new password. Choose “Forgot password” on the sign-in page.`,
  },
  password_changed: {
    subject: 'Your password was changed',
    body: `
The password of your account {username} was changed on {at}. Your other sessions have ended. Multi-factor authentication is unchanged.

Wasn’t it you? Tell the help desk at once, and set a new password. Choose “Forgot password” on the sign-in page:
{signInLink}`,
  },
  password_link: {
    subject: 'Set a new password',
    body: `
Somebody asked for a new password for your account {username}. Open this page to set it:
{tokenLink}

The link works once, until {linkEndsAt}. Multi-factor authentication stays as it is, and you are still asked for a code.

Wasn’t it you? Then do nothing. Your password stays as it is. If this happens often, tell the help desk.`,
  },
  new_password_wanted: {
    subject: 'Your password no longer works: set a new one',
    body: `
On {at}, {by} signed you out everywhere and ended the password of your account {username}, because somebody else may know it. Open this page to set a new one:
{tokenLink}

The link works once, until {linkEndsAt}. After that, “Forgot password” on the sign-in page sends a new one. Multi-factor authentication stays as it is, and you are still asked for a code.

Choose a password that you have nowhere else. Did you use the old one elsewhere? Change it there, too.

Nobody will call and ask you for this link or for a code. Is that wrong, or does somebody call? Tell the help desk at once.`,
  },
  sso_linked: {
    subject: 'Your account was linked to {provider}',
    body: `
Your account {username} was linked to an account at {provider} on {at}. Signing in there signs you in here.

Wasn’t it you, and has nobody told you? Tell the help desk at once. Somebody else may be able to sign in as you.`,
  },
  sso_link_wrong_code: {
    subject: 'A wrong code was entered for your account, by {provider}',
    body: `
Somebody signed in at {provider} in your name on {at}, and then entered a wrong code for the account {username}.

It came from the address {address}.

{closed}

If it was you, all is well. Codes are refused if the phone’s clock is wrong: set it to automatic.

Wasn’t it you? Somebody else can sign in at {provider} in your name. Tell the help desk. Your password and your authenticator app work as before.`,
  },
  system_linked: {
    subject: 'Your account in {system} was linked',
    body: `
On {at}, your account at {organisation} was linked to the account {account} in {system}. When your multi-factor authentication is reset, it is reset there, too.

Isn’t that your account there? Tell your help desk at once.`,
  },
  system_unlinked: {
    subject: 'Your account in {system} is no longer linked',
    body: `
On {at}, the link of your account at {organisation} to your account in {system} was removed. A reset of your multi-factor authentication no longer reaches it.

Is that wrong? Tell your help desk.`,
  },
  factor_changed_outside: {
    subject: 'A sign-in factor of yours was changed in {system}',
    body: `
In {system}, this happened to your account there, and nobody asked for it at {organisation}:
{what}

Is that wrong, or don’t you know of it? Tell your help desk at once, and let nobody hurry you into setting up anything.`,
  },
  sso_unlinked: {
    subject: 'Your account is no longer linked to {provider}',
    body: `
The link of your account {username} to {provider} was removed on {at}. Signing in there no longer signs you in here.

Didn’t you expect this? Ask the help desk.`,
  },
  set_up_link: {
    subject: 'Set up your account',
    body: `
{organisation} has made an account for you. Your username is {username}. Open this page to set your password:
{tokenLink}

The link works once, until {linkEndsAt}. After that, “Forgot password” on the sign-in page sends a new one.

Didn’t you expect this mail? Then do nothing, and tell the help desk.`,
  },
  contact_changed: {
    subject: 'Your contact details were changed',
    body: `
Contact details of your account {username} were changed on {at}: {contacts}.

They were read from {source}, where they had been changed.

For 30 days mails about your account also go to your old address.

Is that wrong? Tell the help desk at once.`,
  },
  mail_revealed: {
    subject: 'A mail to you was read, to be handed over to you',
    body: `
A mail of ours to you could not be sent: “{mail}”. On {at}, {by} read it in Gatehouse, so that it could be handed over to you in person. It holds a link or a code for your account {username}.

Wasn’t it given to you, or didn’t you ask for it? Tell the help desk at once. Somebody may have used it in your place.`,
  },
  account_suspended: {
    subject: 'Your account is suspended',
    body: `
Your account {username} was suspended on {at}. You can’t sign in until it is reinstated, and you were signed out everywhere.

Is that wrong? Ask the help desk.`,
  },
  change_touches_you: {
    subject: 'A change for your account waits',
    body: `
On {at}, {by} asked for a change that affects your account:
{summary}

It does nothing until a second person agrees to it, and lapses on {endsAt}.

It takes effect automatically on {takesEffectAt}. Until then it does nothing.

Shouldn’t this happen, or is it new to you? Open this page and press its button: that withdraws the change. Then tell your help desk.
{withdrawLink}`,
  },
  test_mail: {
    subject: 'Test mail from Gatehouse',
    body: `
This is a test. Mail from Gatehouse reaches you. It was sent on {at}.

Didn’t you ask for it? Another administrator of {organisation} may be setting up mail. You need do nothing.`,
  },
} as const;
