import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginDrafts, endDrafts } from '../../renderer/data/drafts.ts';
import {
  draftNote,
  forgetDraftNotes,
  keepDraftNote,
} from '../../renderer/features/resetRequests/record/useDraftNote.ts';
import { afterSaving, mergedNote } from '../../renderer/features/resetRequests/record/useSavedNote.ts';

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
  ['nothing was typed here, and a colleague took all out', { base: 'Called.', text: 'Called.' }, '', ''],
  [
    'the server has the beginning of it',
    { base: '', text: 'Called. No answer.' },
    'Called.',
    'Called. No answer.',
  ],
])('a note that this computer kept loses nobody’s words: %s', (_, kept, onServer, shown) => {
  expect(mergedNote(kept, onServer)).toBe(shown);
});

it('what is typed while a note is saved stays kept, on top of what the server took', () => {
  expect(afterSaving({ base: '', text: 'Called. No answer.' }, 'Called.')).toEqual({
    base: 'Called.',
    text: 'Called. No answer.',
  });
  for (const kept of [{ base: '', text: 'Called.' }, null, 'of an older version'])
    expect(afterSaving(kept, 'Called.')).toBeNull();
});

describe('the note of a check that is not recorded yet', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    vi.stubGlobal('localStorage', {
      get length() {
        return stored.size;
      },
      key: (index: number) => [...stored.keys()][index] ?? null,
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    });
    beginDrafts('monday');
  });
  afterEach(() => vi.unstubAllGlobals());

  const words = () => [...stored.values()].join();

  it('is kept for one session, one request and one check', () => {
    keepDraftNote('monday', 'r1', 'call_back', 'Knew the ward.');
    keepDraftNote('monday', 'r1', 'in_person', 'Badge 12.');
    beginDrafts('monday');
    expect(draftNote('monday', 'r1', 'call_back')).toBe('Knew the ward.');
    expect(draftNote('monday', 'r1', 'in_person')).toBe('Badge 12.');
    expect(draftNote('tuesday', 'r1', 'call_back')).toBe('');
    expect(draftNote('monday', 'r2', 'call_back')).toBe('');
  });

  it('leaves nothing once it is recorded, emptied, or the request is decided', () => {
    keepDraftNote('monday', 'r1', 'call_back', 'Knew the ward.');
    keepDraftNote('monday', 'r1', 'call_back', '');
    expect(words()).not.toContain('Knew the ward.');
    keepDraftNote('monday', 'r1', 'request_code', 'Slow to answer.');
    keepDraftNote('monday', 'r1', 'in_person', 'Badge 12.');
    keepDraftNote('monday', 'r2', 'in_person', 'Badge 13.');
    forgetDraftNotes('monday', 'r1');
    expect(words()).not.toMatch(/Slow|Badge 12/);
    expect(draftNote('monday', 'r2', 'in_person')).toBe('Badge 13.');
  });

  it('leaves nothing when the session is over, and nothing is kept for it after that', () => {
    keepDraftNote('monday', 'r1', 'call_back', 'Knew the ward.');
    endDrafts();
    keepDraftNote('monday', 'r1', 'call_back', 'Knew the ward. Called again.');
    expect([...stored]).toEqual([]);
  });

  it('leaves nothing for the session that begins next, also of what was kept for good once', () => {
    keepDraftNote('monday', 'r1', 'call_back', 'Knew the ward.');
    stored.set('gatehouse-check-note-priya-r1-call_back', '"Of an older version."');
    stored.set('gatehouse-note-priya-r1', '{"base":"","text":"Of an older version."}');
    stored.set('gatehouse-appearance', 'dark');
    beginDrafts('tuesday');
    expect(words()).not.toMatch(/Knew|older/);
    expect(stored.get('gatehouse-appearance')).toBe('dark');
  });

  it('is what is on screen where the computer keeps nothing, or something that it did not write', () => {
    stored.set('gatehouse-drafts', '{broken');
    expect(draftNote('monday', 'r1', 'call_back')).toBe('');
    vi.stubGlobal('localStorage', undefined);
    keepDraftNote('monday', 'r1', 'call_back', 'Knew the ward.');
    expect(draftNote('monday', 'r1', 'call_back')).toBe('');
  });
});
