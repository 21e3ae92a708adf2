import { describe, expect, it } from 'vitest';
import { sentencesIn, sentencesOf } from './sentences.ts';

/**
 * What people read there is the same in every language, or is no sentence: the API document's own words, the titles of problems
 * (api: they never change), and what only whoever builds or runs the program sees.
 */
const STAYS: readonly string[] = [
  'contract/besides.ts',
  'contract/errors.ts',
  'contract/operations/',
  'contract/schemas.ts',
  // The gallery's own catalogue: the product doesn't carry it.
  'renderer/gallery/words/',
  // Names of people whom nobody is.
  'renderer/gallery/sample.ts',
  'renderer/gallery/fixture/written.ts',
  'server/http/openapi/',
  'server/db/migrations/',
  // The notes of people in the sample, and what accounts it has.
  'server/features/setup/sample/',
  // The rules in words, from which docs/reset-machine.md is made.
  'server/features/resetRequests/rules/guards.ts',
  'server/features/resetRequests/rules/machine.ts',
  'server/http/declared.ts',
  'server/events/postgresBus.ts',
  'server/clockWatch.ts',
  // Said where no catalogue can be read.
  'server/cli/nodeVersion.ts',
  // What figures mean, for monitoring.
  'server/measures.ts',
  'server/features/metrics/',
];

/** Kept in the database as a person’s own words would be, or the same in every language for programs and for files. */
const KEPT_TEXTS: ReadonlySet<string> = new Set([
  'This version was not as a server had written it: the default policy stands in its place, by gatehouse recover.',
  'The policy was missing or could not be read, or somebody had altered it in the database: the default one, by gatehouse recover.',
  'What every organisation begins with.',
  'Exemptions that ended after the backup was made, by gatehouse restore --since.',
  'Google Authenticator',
  'Microsoft Authenticator',
  'Somebody Unknown',
  // What a product is called.
  'Microsoft Entra ID',
  'Google Workspace',
  // Names of the program, in the list of sessions and among the system's processes.
  'Gatehouse',
  'Gatehouse desktop (',
  'Gatehouse server',
  'Gatehouse is ready at',
  // What privacyIDEA's own log is asked for.
  'POST /auth*',
  '# The key of this Gatehouse. Without it no authenticator works: keep a copy apart from the database.',
]);

const isAt = (places: readonly string[]) => (file: string) => places.some((place) => file.startsWith(place));

describe('every sentence stands in the catalogue', () => {
  it('and none where it is said', () => {
    const found = sentencesOf(['contract', 'electron', 'renderer', 'server']).filter(
      ({ file, text }) => !isAt(STAYS)(file) && !KEPT_TEXTS.has(text),
    );
    expect(found.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
  });

  it.each([
    ['text of an element', '<p>Nothing here yet.</p>'],
    ['one word of an element', '<b>Setup</b>'],
    ['a label', '<Field label="Name" />'],
    ['a label by property', 'const column = { label: "Name" };'],
    ['a string', "const words = 'Type the code again.';"],
    ['a template', 'const words = `${name} was changed today.`;'],
    ['the end of a sentence', "const words = name + ' has no password yet';"],
  ])('finds %s', (_, source) => {
    expect(sentencesIn('planted.tsx', source)).toHaveLength(1);
  });

  it.each([
    ['a programming error', "throw new Error('The form was never mounted.');"],
    ['SQL', 'await sql`Select the id from users`;'],
    ['a colour', "const dark = { secondary: '#A5AEBA' };"],
    ['a key', "t('nothingHere');"],
    ['an address', '<Field placeholder="https://gatehouse.example.org" />'],
    ['a style', "const sx = { gridTemplate: 'auto 1fr / auto', transition: 'opacity 120ms ease' };"],
  ])('leaves %s alone', (_, source) => {
    expect(sentencesIn('planted.tsx', source)).toEqual([]);
  });
});
