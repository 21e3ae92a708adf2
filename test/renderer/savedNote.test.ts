import { expect, it } from 'vitest';
import { mergedNote } from '../../renderer/features/resetRequests/useSavedNote.ts';

it.each([
  [
    'nobody wrote meanwhile',
    { base: 'Called.', text: 'Called. No answer.' },
    'Called.',
    'Called. No answer.',
  ],
  ['the server has it already', { base: '', text: 'Called.' }, 'Called.', 'Called.'],
  ['a colleague wrote, too', { base: '', text: 'Called.' }, 'Met her.', 'Met her.\nCalled.'],
  [
    'a colleague went on from it',
    { base: '', text: 'Called.' },
    'Called. She knew the ward.',
    'Called. She knew the ward.',
  ],
  ['nothing was typed here', { base: 'Called.', text: 'Called.' }, 'Met her.', 'Met her.'],
])('a note that this computer kept loses nobody’s words: %s', (_, kept, onServer, shown) => {
  expect(mergedNote(kept, onServer)).toBe(shown);
});
