import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOLD, WALKED } from '../support/typedFields.ts';
import { root } from './cruise.ts';

const renderer = join(root, 'renderer');
const read = (file: string) => readFileSync(join(renderer, file), 'utf8');
const sources = globSync('{app,features,shared,ui}/**/*.tsx', { cwd: renderer }).toSorted();

/** What the browser and the library have for typing and choosing. */
const BASIC = [
  'input',
  'textarea',
  'InputBase',
  'OutlinedInput',
  'Autocomplete',
  'Select',
  'Checkbox',
  'RadioGroup',
];
/** As pieces are named that hold one, for others to use. */
const PIECE = /(?:Field|Fields|Filter|Picker|Input|Choices|CheckboxList|CodeForm|PleaForm|WhyDialog)$/;
const uses = (names: readonly string[]) => new RegExp(`<(?:${names.join('|')})\\b`);

/** Pieces that hold such a field, and those that hold one of these. */
function fieldPieces(known: readonly string[]): readonly string[] {
  const found = sources
    .filter((file) => uses(known).test(read(file)))
    .flatMap((file) => [...read(file).matchAll(/export function (\w+)/g)].map(([, name]) => name ?? ''))
    .filter((name) => PIECE.test(name) && !known.includes(name));
  return found.length === 0 ? known : fieldPieces([...known, ...found]);
}

const listed = [...WALKED, ...TOLD].flatMap(({ files }) => files);

describe('what somebody types', () => {
  const field = uses(fieldPieces(BASIC));
  const typed = sources.filter((file) => !file.startsWith('ui/') && field.test(read(file)));

  it('is found in the page’s source', () => {
    expect(typed).toContain('features/settings/OrganisationSection.tsx');
    expect(typed).toContain('features/securitySettings/CurrentCodeStep.tsx');
  });

  it('stands in test/support/typedFields.ts, which says what becomes of it when it is left', () => {
    expect(typed.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it('is listed once, and nothing that nobody types in any more', () => {
    expect(listed.filter((file, index) => listed.indexOf(file) !== index)).toEqual([]);
    expect(listed.filter((file) => !typed.includes(file))).toEqual([]);
  });

  it('is asked about by the one piece that every dialog is made of', () => {
    const dialogs = TOLD.filter(({ leaving }) => leaving === 'dialog elsewhere').flatMap(
      ({ files }) => files,
    );
    const isHeld = (file: string) => /<(?:ConfirmDialog|TaskDialog|WhyDialog|DirectForm)\b/.test(read(file));
    expect(dialogs.filter((file) => !isHeld(file))).toEqual([]);
  });
});
