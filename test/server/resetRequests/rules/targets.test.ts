import { describe, expect, it } from 'vitest';
import {
  targetsIn,
  whatGoes,
  whatGoesElsewhere,
} from '../../../../server/features/resetRequests/rules/targets.ts';

const phone = { id: 'phone', stopped_at: null };
const tablet = { id: 'tablet', stopped_at: null };
const lost = { id: 'lost', stopped_at: 1 };
const named = (...ids: string[]) => ({ all: false, ids });

describe('what a reset removes of several authenticators', () => {
  it.each([
    ['all where nobody named any', null, [phone, tablet], { all: true, ids: ['phone', 'tablet'] }],
    [
      'all where all were named',
      { all: true, ids: [] },
      [phone, lost],
      { all: true, ids: ['phone', 'lost'] },
    ],
    ['the named one, where another that counts stays', named('phone'), [phone, tablet], named('phone')],
    ['a stopped one by its name', named('lost'), [phone, lost], named('lost')],
    ['of the named those that are still there', named('gone', 'phone'), [phone, tablet], named('phone')],
    ['nothing where the named one is gone', named('gone'), [phone], named()],
    ['all where none would stay', named('phone'), [phone], { all: true, ids: ['phone'] }],
    [
      'all where only a stopped one would stay',
      named('phone'),
      [phone, lost],
      { all: true, ids: ['phone', 'lost'] },
    ],
    ['all where nobody has any', named('gone'), [], { all: true, ids: [] }],
    [
      'nothing where another system only waits for the answer',
      { all: false, ids: [], answers: true as const },
      [phone],
      { all: false, ids: [], answers: true as const },
    ],
  ])('%s', (_, targets, held, goes) => {
    expect(whatGoes(targets, held)).toEqual(goes);
  });

  it('a request keeps what was named, or that nobody named any', () => {
    expect(targetsIn({ targets: null })).toBeNull();
    expect(targetsIn({ targets: JSON.stringify(named('phone')) })).toEqual(named('phone'));
  });
});

describe('what a reset removes in connected systems', () => {
  const linked = ['keycloak', 'pi'];
  it('all in each that the person is linked to, unless targets were named', () => {
    expect(whatGoesElsewhere(null, linked)).toEqual([
      { systemId: 'keycloak', factorIds: null },
      { systemId: 'pi', factorIds: null },
    ]);
    expect(whatGoesElsewhere(null, [])).toEqual([]);
  });
  it('of the named systems those that the person is still linked to; none where only what is here was named', () => {
    const systems = [
      { systemId: 'keycloak', factorIds: ['otp'] },
      { systemId: 'unlinked', factorIds: null },
    ];
    expect(whatGoesElsewhere({ all: false, ids: [], systems }, linked)).toEqual([systems[0]]);
    expect(whatGoesElsewhere({ all: false, ids: ['phone'] }, linked)).toEqual([]);
  });
});
