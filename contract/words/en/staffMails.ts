/** Mails to staff. Which names a mail may use: server/domain/mail/kinds.ts. */
export const staffMails = {
  new_request: {
    subject: 'New reset request: {person}',
    body: `
{person} asked for a reset of multi-factor authentication on {at}.

The tier is {tier}.

Verify that the request is genuine before anything is decided:
{requestLink}

In the desktop app: {requestAppLink}

Is something wrong here? Don’t act on it. Tell a security officer; any verifier can freeze all resets.`,
  },
  requests_unclaimed: {
    subject: 'Reset requests nobody has taken: {count}',
    body: `
These people asked for a reset of multi-factor authentication, and nobody had taken their request by {at}:

{requests}

Open one and take it, so that colleagues see that you are on it. Verify that each is genuine before anything is decided:
{resetRequestsLink}

Is something wrong here? Don’t act on it. Tell a security officer; any verifier can freeze all resets.`,
  },
  reset_report: {
    subject: 'MFA resets in {month}: {count}',
    body: `
Resets of multi-factor authentication in {month}:

{figures}

Whose they were, on what evidence, and who approved them:
{reportLink}

Policy names you for this report, which comes on the first working day of each month. Isn’t a figure what you expected? Look at the list, and tell a security officer.`,
  },
  manager_confirmation_wanted: {
    subject: 'Confirm or refuse a reset request: {person}',
    body: `
A reset of multi-factor authentication was requested for {person} on {requestedAt}. You are asked to confirm that the request is genuine.

Speak with the person first, face to face or on a number that you know. Then sign in and say what you found:
{confirmationsLink}

Do you doubt it? Don’t confirm. Tell a security officer.`,
  },
  attack_reported: {
    subject: 'Attack reported: reset request for {person}',
    body: `
{by} reported on {at} that an attacker is asking to reset the multi-factor authentication of {person}. The request is paused: nothing is reset.

What they saw: {reason}

Look at it, speak with {person} on a number on record, and deny it:
{requestLink}

In the desktop app: {requestAppLink}

If there are more of them, freeze all resets. If the report is a mistake, speak with {by}.`,
  },
  decision_wanted: {
    subject: 'Decision wanted: reset request for {person}',
    body: `
{by} has verified the request to reset the multi-factor authentication of {person}, and asked for a decision on {at}. The caller is waiting.

The tier is {tier}.

Look at the evidence, then approve or deny it:
{requestLink}

In the desktop app: {requestAppLink}

Is something wrong here? Don’t approve it. Deny it, or freeze all resets.`,
  },
  suspected_attack: {
    subject: 'Suspected attack: reset request for {person}',
    body: `
{by} denied the reset request for {person} on {at} and marked it as a suspected attack.

The reason given: {reason}

The request:
{requestLink}

In the desktop app: {requestAppLink}

If there are more of them, freeze all resets. If the mark is a mistake, speak with {by}.`,
  },
  reset_vetoed: {
    subject: 'A reset was stopped: {person} says it wasn’t them',
    body: `
{person} told us on {at} that a reset of their multi-factor authentication wasn’t them. The request is stopped, their sessions have ended, and nobody can set up for them for now.

Their password is probably known to somebody else. Contact them on a number on record:
{requestLink}

In the desktop app: {requestAppLink}

If there are more of them, freeze all resets. If it is a mistake, the person can tell you so.`,
  },
  approval_pair: {
    subject: 'Two people keep approving each other: {by} and {person}',
    body: `
In the last 30 days {by} and {person} approved {count} reset requests of which the other had done the verifying. The newest one was decided on {at}:
{requestLink}

It may be how the help desk’s shifts fall. It is also what two people look like who work together to take over accounts. Read their requests in the audit log:
{auditLink}

Isn’t it the shifts? Freeze all resets, and look at those that were approved. This mail comes at most once in 30 days.`,
  },
  policy_weakened: {
    subject: 'The policy was weakened',
    body: `
{by} saved a policy on {at} that is weaker than the one before.

What changed:
{changes}

The reason given: {reason}

You can compare and bring back any version:
{policyLink}

Shouldn’t this have happened? Bring back the version before, and speak with {by} in person.`,
  },
  policy_reaches_many: {
    subject: 'A change of policy asks {count} people to set up MFA',
    body: `
{by} saved a policy on {at} that leads {count} people into setup when they sign in, now or on the dates that it names.

The reason given: {reason}

The help desk may hear from them. You can compare and bring back any version:
{policyLink}

Shouldn’t this have happened? Bring back the version before, and speak with {by} in person.`,
  },
  led_elsewhere: {
    subject: 'Where people or notices are led was changed',
    body: `
{by} changed on {at} where people find an app or help, or who gets mails about new reset requests.

What changed:
{changes}

{reason?}The reason given: {reason}

It is in the audit log, too:
{auditLink}

Shouldn’t this have happened? Put it back, and speak with {by} in person.`,
  },
  person_freed: {
    subject: 'Freed from MFA by a move: {person}',
    body: `
{by} changed the department of {person} on {at}. It is now: {department}. Policy asked them for multi-factor authentication before, and asks for none there.
{usersLink}

Shouldn’t this have happened? Move them back, and speak with {by} in person.`,
  },
  departments_merged: {
    subject: 'Department renamed or merged: {from} is now {into}',
    body: `
{by} turned the department “{from}” into “{into}” on {at}. Policy named one of them, or both. Policy version {version} asks both for whatever it asked of either, so that nobody is freed.
{usersLink}

Shouldn’t this have happened? Speak with {by} in person.`,
  },
  roll_out_paused: {
    subject: 'The MFA roll-out was paused by itself',
    body: `
{open} reset requests are open, more than the limit of {limit} that policy sets. That is why the roll-out of multi-factor authentication was paused on {at}.

Waves that wait until it is resumed: {waves}. Everyone who is asked already stays asked.

Decide what is open first:
{resetRequestsLink}

Then resume the roll-out: Policy, “Pause the roll-out”, off. Waves whose date has passed begin at that moment; the console shows how many people they ask. Above the limit it pauses again, so that you may have to raise the limit as well.
{policyLink}

Doesn’t it look like people who lost their phones? It may be an attack: freeze all resets, and look at the requests.`,
  },
  exemption_ends: {
    subject: 'An exemption ends soon: {person}',
    body: `
The exemption of {person} from multi-factor authentication ends on {endsAt}.

{owner?}You are named in the policy as the one who answers for it.

{formerOwner} answered for it and is no longer active staff, so every security officer is told.

The reason given: {reason}

From then on {person} has to set up like anyone else. Tell them now, so that they have their phone at hand. If the reason still holds, a security officer can choose a later day:
{policyLink}

Shouldn’t there be an exemption at all? Ask a security officer to take it out of the policy. This mail comes once.`,
  },
  role_granted: {
    subject: 'A role was granted: {person}',
    body: `
{by} granted {person} the role {role} on {at}.
{usersLink}

Shouldn’t this have happened? Take the role back, and speak in person with whoever granted it.`,
  },
  mail_route_changed: {
    subject: 'Where mails go or links lead was changed',
    body: `
{by} changed on {at} how {organisation} sends its mails, or where the links in them lead. The person who decides that can read activation codes and use links that are meant for others.

What changed:
{changes}

It is in the audit log, too:
{auditLink}

Shouldn’t this have happened? Put it back under Settings, freeze all resets, and speak in person with whoever did it. Don’t follow links in mails that come after this one.`,
  },
  sso_provider_saved: {
    subject: 'An identity provider was saved: {provider}',
    body: `
{by} saved the identity provider {provider} ({issuer}) on {at}. Anyone who signs in there and is linked here signs in to {organisation} without a code of ours.
{auditLink}

Shouldn’t this have happened? Remove the provider under Settings, and speak with {by} in person.`,
  },
  system_saved: {
    subject: 'A connected system was saved: {system}',
    body: `
{by} saved the connected system {system} ({url}) on {at}. Resets at {organisation} remove factors there.
{auditLink}

Shouldn’t this have happened? Remove the system under Settings, and speak with {by} in person.`,
  },
  attestor_saved: {
    subject: 'Another system is answered: {system}',
    body: `
{by} saved on {at} that {organisation} answers {system} whether people are who they say. The answers go to {url}, and people are let in there by them.
{auditLink}

Shouldn’t this have happened? Switch it off under Settings, and speak with {by} in person.`,
  },
  attestor_removed: {
    subject: 'A system is no longer answered: {system}',
    body: `
{by} switched off on {at} that {organisation} answers {system} whether people are who they say.
{auditLink}

Shouldn’t this have happened? Speak with {by} in person.`,
  },
  system_removed: {
    subject: 'A connected system was removed: {system}',
    body: `
{by} removed the connected system {system} on {at}. Resets at {organisation} no longer reach anybody’s factors there.
{auditLink}

Shouldn’t this have happened? Speak with {by} in person, and connect it again under Settings.`,
  },
  people_gone: {
    subject: 'Many people are gone from {system}: nobody was suspended',
    body: `
{system} doesn’t list {count} people any more who were there before, or their accounts there are disabled. Because of that, Gatehouse suspends at most {most} a day, so it suspended nobody at {organisation}.

Look at who they are under Settings, “Connected systems”. If they have left, suspend them under Users.
{dashboardLink}

Didn’t they leave? Then a right of Gatehouse’s client there may have been taken, or somebody removes people from {system}.`,
  },
  system_secret_ends: {
    subject: 'The secret for {system} ends soon',
    body: `
{when} From that day on, {organisation} can reset nobody’s factors there, and nobody hears of factors that are removed there by hand.

The new one goes under Settings, “Connected systems”; a second person agrees to it there, so begin a few days before.
{dashboardLink}

Isn’t it the right day? Correct it in the same place.`,
  },
  system_unread: {
    subject: 'The log of {system} can’t be read',
    body: `
Since {sinceAt}, Gatehouse can’t read what administrators do to factors in {system}. {why}

Until it can, nobody hears of a factor that is removed there by hand. Afterwards it reads everything since then.
{resetRequestsLink}

Is nobody working on it? Somebody who wants to reset a factor there past the checks would begin by making it unreadable. The documentation has a page on what to do while the gate is down.`,
  },
  systems_unread: {
    subject: 'Connected systems have not been read for a day',
    body: `
{organisation} has not been able to read this, some of it for a day or longer:

{readings}

Until people can be read, nobody who is new there is added here, and nobody who left is suspended. Until Gatehouse can read what is done to factors, nobody hears of a factor that is removed there by hand. Gatehouse keeps trying; this mail comes once a day until it succeeds.

“Test” under Settings, “Connected systems”, says what is wrong.
{dashboardLink}

Is nobody working on it? Somebody who wants to reset a factor there past the checks would begin by making the system unreadable.`,
  },
  changed_outside: {
    subject: 'Factors were changed in {system} without a request',
    body: `
In {system}, {count} factors were removed or added without a reset request at {organisation}:
{acts}

{resetRequestsLink}

Don’t you know of it? Ask whoever did it in person, then explain or report it under “Outside the gate”. Until then, trust nobody who has signed in to those accounts since.`,
  },
  effect_failed: {
    subject: 'A reset could not be carried out in {system}: {person}',
    body: `
The reset of {person} was stopped in {system} on {at}, and is not tried again automatically:
{why}

The request says what is gone by now, and what is not:
{requestLink}

In the desktop app: {requestAppLink}

Put right what is in the way, then press “Try again” there. Doesn’t {person} need it any more? Speak with them; “This wasn’t me” in their mail ends it.`,
  },
  request_altered: {
    subject: 'A reset request was altered in the database: {person}',
    body: `
On {at}, a row of the reset request of {person} was not as Gatehouse had written it. The request is over, and nothing more is done by it.
{requestLink}

In the desktop app: {requestAppLink}

Find out who can write to the database, and verify the audit log:
{auditLink}

Don’t you know who that was? Tell whoever runs the server. {person} can ask for the reset again.`,
  },
  outside_reported: {
    subject: 'A change in {system} was reported as an attack',
    body: `
{by} reported on {at} that a factor was changed in {system} by somebody who should not have:
{reason}

Whose account it is: {person}

{resetRequestsLink}

Is it a mistake? Speak with {by} in person. Otherwise end the sessions of that account, and find out who got into {system}.`,
  },
  sso_staff_linked: {
    subject: 'An account was linked for SSO: {person}',
    body: `
{by} linked the account of {person} to the identity provider {provider} on {at}. Anyone with that account there signs in here as {person}.
{usersLink}

Shouldn’t this have happened? Remove the link, and speak with {by} and {person} in person.`,
  },
  change_proposed: {
    subject: 'A change waits: {summary}',
    body: `
{by} asked for this on {requestedAt}:
{summary}

It does nothing until a second administrator or security officer agrees to it, and lapses on {endsAt}. Look at it on the dashboard, and agree to it or withdraw it there:
{dashboardLink}

There is nobody else who could agree to it, so it takes effect automatically on {takesEffectAt}. Until then it does nothing.

Shouldn’t this happen? Open this page and press its button: that withdraws the change. Then speak with {by} in person.
{withdrawLink}`,
  },
  change_ended: {
    subject: 'A change is over: {summary}',
    body: `
{by} had asked for this:
{summary}

{outcome} It did not take effect.
{auditLink}

Shouldn’t it be over? {by} can ask for it again.`,
  },
  change_tampered: {
    subject: 'A waiting change was altered in the database',
    body: `
This change waited for a second person, and on {at} its row in the database was not as Gatehouse had written it:
{summary}

It is over and nobody can agree to it. Find out who can write to the database, and verify the audit log:
{auditLink}

Don’t you know who that was? Tell whoever runs the server. The person who asked for the change can ask again.`,
  },
  sso_link_guessed: {
    subject: 'Wrong codes at a new sign-in by {provider}: {person}',
    body: `
Somebody signed in at {provider} as {person}, and entered {count} wrong codes by {at}. No code has proven yet that this sign-in there is theirs.

{closed}

Nothing of their own sign-in is locked or slower. Speak with {person}. Wasn’t it them? Look at who runs {provider}, and remove the link:
{auditLink}`,
  },
  account_altered: {
    subject: 'An account was altered in the database: {person}',
    body: `
On {at}, the database did not have this of {person}’s account as Gatehouse had written it:
{what}

It no longer counts: it lets nobody in, and gives nobody any rights. Find out who can write to the database, and verify the audit log:
{auditLink}

Don’t you know who that was? Tell whoever runs the server, and freeze resets until you do.`,
  },
  recovery_used: {
    subject: 'Recovery was used on the server: {person}',
    body: `
“gatehouse recover” was run on the server’s machine on {at}, for {person}. It bypasses the usual checks.

The audit log has the details:
{auditLink}

Does nobody know about it? Somebody has access to the server’s machine. Freeze all resets and call the administrators.`,
  },
  restored: {
    subject: 'Gatehouse was restored from a backup',
    body: `
On {at}, everything in Gatehouse was put back to what it was on {asOfAt}, by somebody with access to the server’s machine.

{replayed}

What happened in between may be missing: resets, suspensions, roles, exemptions, new people, changed passwords and settings. Look through what you did since then, and do again what has to hold. Nobody is signed in any more, links and codes from mails no longer work, and open reset requests have to be verified again.

The audit log has the details:
{auditLink}

Does nobody know about it? Somebody has access to the server’s machine. Freeze all resets and call the administrators.`,
  },
  backup_failed: {
    subject: 'The daily backup failed',
    body: `
On {at}, the daily backup of Gatehouse failed. {why}

The last backup was made on {lastBackupAt}.

Whoever runs the server should look at the folder for backups, its disk and the server’s log. Where no backup was made, the server tries again every hour.

Is nobody working on it? If something happens to the database, what is newer than the last backup is lost.`,
  },
  mails_refused: {
    subject: 'Mails that are refused for good: {count}',
    body: `
By {at}, the mail server had refused mails for good: {count}. Each address once, with what the server said last:

{mails}

They stay in the Outbox and are sent again when the address of the person or the mail server is changed, or when somebody sends them again there. A reset whose notice is refused does not happen.

Does nobody know these addresses? Somebody may have entered a wrong one: ask the person, in person or by a number that you know.`,
  },
  resets_frozen: {
    subject: '{what} are frozen',
    body: `
{what} are frozen: {by} froze them on {at}. None of it happens until a security officer unfreezes them.

The reason given: {reason}

It ends by itself on {thawsAt}, unless {by} confirms before that it was them.

{resetRequestsLink}

Is it a mistake? Speak with {by}, then unfreeze.`,
  },
  resets_frozen_above: {
    subject: 'All resets are frozen: there were too many',
    body: `
On {at}, {by} wanted to approve one more reset. {why} So it was refused, and all resets are frozen until a security officer unfreezes them.

If it is a roll-out or a busy day, unfreeze them: the count starts again then. Under Policy the ceilings can be set by hand before the next one.
{resetRequestsLink}

Isn’t it that? Speak with {by} in person, and look at the resets that were approved last: somebody may be signed in as them.`,
  },
  resets_unfrozen: {
    subject: '{what} are no longer frozen',
    body: `
{what} are possible again: {by} unfroze them on {at}.
{resetRequestsLink}

Shouldn’t this have happened? Freeze them again, and speak with {by} in person.`,
  },
  resets_thawed: {
    subject: 'A freeze ended by itself: nobody confirmed it',
    body: `
{what} have been possible again since {at}. They were frozen in the name of {by}, who did not confirm within 15 minutes that it was them.
{resetRequestsLink}

Didn’t {by} do it? Somebody else is signed in as them: speak with {by} in person, suspend the account, and freeze again if there is an attack.`,
  },
} as const;
