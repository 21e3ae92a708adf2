/** Loaded into a program before its own code: for that program it is a month ago. */
const MONTH_MS = 31 * 24 * 60 * 60_000;
const today = Date.now;

Date.now = () => today() - MONTH_MS;
