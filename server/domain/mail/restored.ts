/** Kept in place of what a mail server said, which never begins so: the mail is of before a restore, and is not sent. */
export const RESTORED = 'gatehouse:restored';
