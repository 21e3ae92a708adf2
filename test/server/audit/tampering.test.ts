import { describe, expect, it } from 'vitest';
import { createLog, verify } from './support/chain.ts';
import { TAMPERINGS, createDice } from './support/tamper.ts';

/** 100,000 where the environment asks for it (S-51). */
const ROUNDS = Number(process.env['GATEHOUSE_TAMPERINGS'] ?? 3_000);

describe('S-51: every tampering with the log is found', () => {
  const log = createLog(24);

  it('and an untouched log is all right', () => {
    expect(verify(log)).toEqual({ ok: true, events: 24, problems: [] });
    expect(verify(createLog(1)).ok).toBe(true);
  });

  it.each(TAMPERINGS)(
    '%s',
    (_name, tamper) => {
      const rounds = Math.ceil(ROUNDS / TAMPERINGS.length);
      const missed: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        const tampered = tamper(log, createDice(round * 2_654_435_761));
        if (verify(tampered).ok) missed.push(round);
      }
      expect(missed).toEqual([]);
    },
    600_000,
  );
});
