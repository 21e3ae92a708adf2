import { describe, expect, it } from 'vitest';
import { readAddress } from '../../electron/main/api/address.ts';
import { say } from './support/words.ts';

describe('S-74: the address of a server, as a person types it', () => {
  it.each([
    ['https://gatehouse.example.org', 'https://gatehouse.example.org'],
    ['  gatehouse.example.org  ', 'https://gatehouse.example.org'],
    ['gatehouse.example.org:8470', 'https://gatehouse.example.org:8470'],
    ['HTTPS://Gatehouse.Example.org/', 'https://gatehouse.example.org'],
    ['http://localhost:8470', 'http://localhost:8470'],
    ['http://127.0.0.1:8470/', 'http://127.0.0.1:8470'],
    ['http://[::1]:8470', 'http://[::1]:8470'],
  ])('takes %s', (typed, origin) => {
    expect(readAddress(say, typed)).toEqual({ ok: true, origin });
  });

  it.each([
    ['', 'Type the server'],
    ['not an address', 'not an address'],
    ['ftp://gatehouse.example.org', 'begin with https://'],
    ['https://mia:secret@gatehouse.example.org', 'Leave the username and password out'],
    ['https://gatehouse.example.org/console', "Leave out what follows the server's name"],
    ['http://gatehouse.example.org', 'Use https://'],
    ['http://127.0.0.1.example.org', 'Use https://'],
    ['http://localhost.example.org', 'Use https://'],
    ['http://10.0.0.1', 'Use https://'],
    ['javascript:alert(1)', 'not an address'],
  ])('refuses %s with what to do', (typed, words) => {
    const verdict = readAddress(say, typed);
    expect(verdict.ok ? '' : verdict.detail).toContain(words);
  });
});
