import { DAY } from '../../../time.ts';

/**
 * How long after a change of a contact (e-mail address, phone, mobile, manager) it proves nothing about its person: whoever
 * changed it may be who asks. Milliseconds.
 */
export const CONTACT_TAINT = 30 * DAY;
