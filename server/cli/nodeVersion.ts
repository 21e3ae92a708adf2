/** The oldest of each release line that has all that the server uses; `engines` in package.json says the same. */
const OLDEST: Readonly<Record<number, number>> = { 22: 22, 24: 15 };
const FROM = 26;

/**
 * Why this Node.js can't run the server, as one English sentence: no catalogue can be read by it. Null where it can.
 *
 * @param version as `process.versions.node`
 */
export function nodeRefusal(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const oldest = OLDEST[major];
  if (major >= FROM || (oldest !== undefined && minor >= oldest)) return null;
  return `Gatehouse needs Node.js 22.22, 24.15 or 26 and later; this is ${version}. Install one of these and start again.`;
}
