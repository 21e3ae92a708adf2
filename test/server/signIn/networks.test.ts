import { expect, it } from 'vitest';
import { networkOf } from '../../../server/domain/sessions/networks.ts';

// Kept as keyed hashes of these very words: written in another way, everybody's network would be a new one.
it.each([
  ['203.0.113.9', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '203.0.113.0/24'],
  ['::ffff:cb00:7109', '203.0.113.0/24'],
  ['2001:db8:1:2fe:3:4:5:6', '2001:0db8:0001:0200::/56'],
  ['2001:DB8:1:02ab::', '2001:0db8:0001:0200::/56'],
  ['2001:db8::1', '2001:0db8:0000:0000::/56'],
  ['203.0.113.9:40001', '203.0.113.0/24'],
  ['[2001:db8:1:2fe::7]:443', '2001:0db8:0001:0200::/56'],
  ['fe80::1%eth0', 'fe80:0000:0000:0000::/56'],
  ['::1', '0000:0000:0000:0000::/56'],
])('%s is in the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
