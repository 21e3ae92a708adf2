import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  draftNote,
  forgetDraftNotes,
  keepDraftNote,
} from '../../renderer/features/resetRequests/record/useDraftNote.ts';
import { mergedNote } from '../../renderer/features/resetRequests/record/useSavedNote.ts';

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

describe('the note of a check that is not recorded yet', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    });
  });

  it('is kept for one person, one request and one check', () => {
    keepDraftNote('priya', 'r1', 'call_back', 'Knew the ward.');
    keepDraftNote('priya', 'r1', 'in_person', 'Badge 12.');
    expect(draftNote('priya', 'r1', 'call_back')).toBe('Knew the ward.');
    expect(draftNote('priya', 'r1', 'in_person')).toBe('Badge 12.');
    for (const [person, request] of [
      ['omar', 'r1'],
      ['priya', 'r2'],
    ] as const) {
      expect(draftNote(person, request, 'call_back')).toBe('');
    }
  });

  it('leaves nothing once it is recorded, emptied, or the request is decided', () => {
    keepDraftNote('priya', 'r1', 'call_back', 'Knew the ward.');
    keepDraftNote('priya', 'r1', 'call_back', '');
    expect(stored.size).toBe(0);
    keepDraftNote('priya', 'r1', 'request_code', 'Slow to answer.');
    keepDraftNote('priya', 'r1', 'in_person', 'Badge 12.');
    keepDraftNote('priya', 'r2', 'in_person', 'Badge 13.');
    forgetDraftNotes('priya', 'r1');
    expect([...stored.values()]).toEqual(['"Badge 13."']);
  });

  it('is what is on screen where the computer keeps nothing, or something that it did not write', () => {
    stored.set('gatehouse-check-note-priya-r1-call_back', '{broken');
    expect(draftNote('priya', 'r1', 'call_back')).toBe('');
    vi.stubGlobal('localStorage', undefined);
    keepDraftNote('priya', 'r1', 'call_back', 'Knew the ward.');
    expect(draftNote('priya', 'r1', 'call_back')).toBe('');
  });
});
