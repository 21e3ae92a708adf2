import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { expect } from '@playwright/test';
import { findProgram } from '../../../scripts/lib/shell.mjs';

const STEP = 30_000;
/** Nearer to the end of a step than this, the step before may be over when the code arrives. */
const MARGIN = 6_000;

/** An authenticator app: nobody here wrote it where `oathtool` is installed. */
export interface Authenticator {
  /** Six digits that were not shown before. A server counts a code once, so this may wait for the next step. */
  code(): Promise<string>;
  /** Six digits that no step around now has. */
  wrongCode(): string;
}

const stepNow = () => Math.floor(Date.now() / STEP);

/** @param secret Base32 (RFC 4648), as the QR code or the key to type say it; the rest as every app takes it */
export function createAuthenticator(secret: string): Authenticator {
  let shown = 0;
  return {
    async code() {
      // The server takes the current step and one before or after (S-04): three codes in a row without waiting.
      const isEnding = STEP - (Date.now() % STEP) < MARGIN;
      const step = Math.max(shown + 1, stepNow() - (isEnding ? 0 : 1));
      if (step > stepNow() + 1) {
        const wait = { message: 'the next code', timeout: 2 * STEP, intervals: [250] };
        await expect.poll(stepNow, wait).toBeGreaterThanOrEqual(step - 1);
      }
      shown = step;
      return codeAt(secret, step);
    },
    wrongCode() {
      const right = [-2, -1, 0, 1, 2].map((off) => codeAt(secret, stepNow() + off));
      const digits = Array.from({ length: 10 }, (_, digit) => String(digit).repeat(6));
      return digits.find((candidate) => !right.includes(candidate)) ?? '';
    },
  };
}

/** What an app reads in a QR code. */
export function authenticatorOf(otpauthUri: string): Authenticator {
  const secret = new URL(otpauthUri).searchParams.get('secret');
  if (!secret) throw new Error(`No authenticator app could read ${otpauthUri}`);
  return createAuthenticator(secret);
}

const oathtool = findProgram('oathtool');

/** RFC 6238 with the defaults of every authenticator app. */
function codeAt(secret: string, step: number): string {
  if (oathtool) {
    const at = `@${(step * STEP) / 1000}`;
    return execFileSync(oathtool, ['--totp', '--base32', `--now=${at}`, secret], { encoding: 'utf8' }).trim();
  }
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
