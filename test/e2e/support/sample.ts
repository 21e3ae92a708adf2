import { serve, type Serving } from '../../support/gatehouse.ts';
import { createAuthenticator } from './authenticator.ts';
import { PATIENT, type Person } from './world.ts';

export interface Sample {
  address: string;
  /** One of those who are printed, by what is said of them. */
  person(about: RegExp): Person;
  stop(): Promise<number | null>;
}

/** `gatehouse sample`: people in every state, requests, history. */
export async function startSample(users: number): Promise<Sample> {
  const server: Serving = await serve(['--users', String(users)], PATIENT, 'sample');
  return {
    address: server.address,
    person(about) {
      const lines = server.printed().split('\n');
      const from = lines.findIndex((line) => about.test(line));
      const rest = lines.slice(from + 1);
      const own = rest.slice(0, rest.indexOf(''));
      const fact = (name: string) =>
        own
          .find((line) => line.trim().startsWith(name))
          ?.trim()
          .slice(name.length)
          .trim() ?? '';
      const key = fact('key');
      const known = { username: fact('username'), password: fact('password') };
      const unknown = { name: '', email: '', phone: '' };
      return { ...known, ...unknown, ...(key && { authenticator: createAuthenticator(key) }) };
    },
    stop: server.stop,
  };
}
