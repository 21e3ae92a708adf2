import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { TooBusy, createGate } from '../../../server/crypto/gate.ts';
import { checkPassword } from '../../../server/crypto/passwordRules.ts';
import { createPasswordHasher } from '../../../server/crypto/passwords.ts';

describe('S-15 hashes', () => {
  const passwords = createPasswordHasher();

  test('are argon2id with m=19456, t=2, p=1 and a salt of their own', async () => {
    const [one, two] = await Promise.all([
      passwords.hash('violet harbour'),
      passwords.hash('violet harbour'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  test('verify the password, however its letters were composed, and no other', async () => {
    const stored = await passwords.hash('Zo\u00eb went home');
    expect(await passwords.verify(stored, 'Zoe\u0308 went home')).toBe(true);
    expect(await passwords.verify(stored, 'Zoe went home')).toBe(false);
    expect(await passwords.verify(stored, '')).toBe(false);
  });

  test('what is longer than any password never matches, not even itself cut short', async () => {
    const long = 'x'.repeat(1024);
    const stored = await passwords.hash(long);
    expect(await passwords.verify(stored, long)).toBe(true);
    expect(await passwords.verify(stored, `${long}y`)).toBe(false);
  });

  test('issue 8, fuzz: so it is where the cut falls inside a letter, which is no UTF-8 then', async () => {
    for (const [letter, most] of [
      ['é', 512],
      ['€', 341],
      ['😀', 256],
    ] as const) {
      const stored = await passwords.hash(letter.repeat(most));
      expect(await passwords.verify(stored, letter.repeat(most))).toBe(true);
      for (const count of [most + 1, 2 * most])
        expect([letter, count, await passwords.verify(stored, letter.repeat(count))]).toEqual([
          letter,
          count,
          false,
        ]);
    }
    expect(await passwords.verifyDummy('😀'.repeat(512))).toBe(false);
  });

  test('S-11 the dummy is a hash of the same cost and never right', async () => {
    expect(await passwords.verifyDummy('anything at all')).toBe(false);
  });

  test('beyond those running and waiting are refused at once, and all is well afterwards', async () => {
    const small = createPasswordHasher({ running: 1, waiting: 2, memoryCost: 64, timeCost: 1 });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => small.hash('violet harbour')));
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(refused).toHaveLength(7);
    expect(refused.every((reason) => reason instanceof TooBusy && reason.retryAfter > 0)).toBe(true);
    expect(await small.verify(await small.hash('a'), 'a')).toBe(true);
  });

  test('the event loop goes on while hashes are computed', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await Promise.all(
      Array.from({ length: 2 * availableParallelism() }, () => passwords.hash('violet harbour')),
    );
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });
});

describe('the gate', () => {
  test('never runs more than it may, first come, first served', async () => {
    const gate = createGate({ running: 2, waiting: 100 });
    let active = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        gate(async () => {
          order.push(index);
          active += 1;
          most = Math.max(most, active);
          await Promise.resolve();
          active -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  test('issue 8.10: turns go round: who has much in the queue waits for those who have little', async () => {
    const gate = createGate({ running: 1, waiting: 100 });
    const order: string[] = [];
    const enter = (name: string, whose: string[]) => gate(async () => void order.push(name), whose);
    await Promise.all([
      enter('first', []),
      ...Array.from({ length: 5 }, (_, n) => enter(`flood ${n}`, ['account x', 'address 1'])),
      enter('same address', ['account y', 'address 1']),
      enter('same account', ['account x', 'address 2']),
      enter('elsewhere', ['account z', 'address 3']),
    ]);
    expect(order.slice(0, 3)).toEqual(['first', 'flood 0', 'elsewhere']);
    expect(order.slice(-2)).toEqual(['same address', 'same account']);
  });

  test('issue 8.10: a full queue makes room for who has less in it', async () => {
    const gate = createGate({ running: 1, waiting: 3 });
    const done: string[] = [];
    const enter = (name: string, whose: string) => gate(async () => void done.push(name), [whose]);
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 6 }, (_, n) => enter(`flood ${n}`, 'flood')),
      enter('jo', 'jo'),
      enter('kim', 'kim'),
      enter('again', 'flood'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(done).toEqual(['flood 0', 'flood 1', 'jo', 'kim']);
  });

  test('hands the place on where the work fails', async () => {
    const gate = createGate({ running: 1, waiting: 1 });
    await expect(gate(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await gate(() => Promise.resolve('next'))).toBe('next');
  });
});

describe('S-15 rules', () => {
  const user = { username: 'maria.keller@example.org' };

  test.each([
    'correct horse battery staple',
    'violet-harbour-quilt',
    'zq8-Lp2!vv0x',
    'dog8472619385726',
    'наша большая собака',
    '🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧',
  ])('%s may be used', (password) => {
    expect(checkPassword(password, user)).toBeNull();
  });

  test.each([
    ['elevenchars', 'too_short'],
    ['🦊🐻🐼🐨🐯🦁', 'too_short'],
    ['', 'too_short'],
    ['long '.repeat(300), 'too_long'],
    ['я'.repeat(513), 'too_long'],
    ['1qaz2wsx3edc4rfv', 'common'],
    ['QWERTYUIOP123', 'common'],
    ['password1234', 'common'],
    ['P@ssw0rd2024!', 'common'],
    ['Welcome12345', 'common'],
    ['Summer-Winter-24', 'common'],
    ['letmeinletmein', 'common'],
    ['SunshineMonkey77', 'common'],
    ['Gatehouse2026!', 'common'],
    ['123456789012', 'common'],
    ['abcdefghijklmn', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['xk7xk7xk7xk7', 'common'],
    ['10101010101010101', 'common'],
    ['my maria.keller 2026', 'contains_username'],
    ['MARIA.KELLER-zq8-Lp2', 'contains_username'],
  ])('%s is refused: %s', (password, problem) => {
    expect(checkPassword(password, user)).toBe(problem);
  });

  test('a username of two letters forbids nothing', () => {
    expect(checkPassword('violet-harbour-quilt', { username: 'vi' })).toBeNull();
  });
});
