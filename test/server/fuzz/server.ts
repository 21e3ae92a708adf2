import { Writable } from 'node:stream';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { vi } from 'vitest';
import type { OperationName } from '../../../contract/operations.ts';
import { createApp } from '../../../server/app.ts';
import type { Config } from '../../../server/config.ts';
import type { Deps } from '../../../server/context.ts';
import type { Db } from '../../../server/db/connection.ts';
import type { AllHandlers } from '../../../server/http/handlers.ts';
import { createServices } from '../../../server/services.ts';
import { createClock, createTestDeps } from '../../support/deps.ts';
import { randomFrom } from '../../support/random.ts';
import type { Random } from '../../support/random.ts';
import { faultsOf, misfitOf } from './judge.ts';
import type { Shot } from './requests.ts';
import { successesOf } from './successes.ts';

/** A server whose clock and chance repeat by the seed. */
export interface FuzzServer {
  app: FastifyInstance;
  deps: Deps;
  services: ReturnType<typeof createServices>;
  random: Random;
  advance(ms: number): void;
  /** Sends it so many times at once; faults are sentences. */
  send(shot: Shot, times: number): Promise<{ answers: LightMyRequestResponse[]; faults: string[] }>;
  close(): Promise<void>;
}

export async function openServer(db: Db, seed: number, config: Partial<Config> = {}): Promise<FuzzServer> {
  const random = randomFrom(seed);
  const clock = createClock();
  // A provider's tokens are judged by the machine's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
  const failures: string[] = [];
  const stream = new Writable({
    write(line: Buffer, _encoding, done) {
      failures.push(line.toString());
      done();
    },
  });
  const log = pino({ level: 'error' }, stream);
  const deps: Deps = {
    ...(await createTestDeps(db, { clock, config: { addressLimit: 1_000_000, ...config }, log })),
    random: { bytes: (count) => Uint8Array.from({ length: count }, () => random(256)) },
  };
  const own = createServices(deps);
  const misfits: string[] = [];
  const services = { ...own, handlers: watched(own.handlers, misfits) };
  const app = await createApp(deps, { services, webShell: null });
  return {
    app,
    deps,
    services,
    random,
    advance(ms) {
      clock.advance(ms);
      vi.setSystemTime(clock.now());
    },
    async send(shot, times) {
      const answers = await Promise.all(Array.from({ length: times }, () => app.inject(shot.inject)));
      const cause = failures.splice(0).join('').slice(0, 1500);
      const faults = answers.flatMap((answer) =>
        faultsOf(shot, answer).map((fault) => (answer.statusCode < 500 ? fault : `${fault}\n  ${cause}`)),
      );
      const unseen = misfits.splice(0).map((misfit) => `the handler’s answer doesn’t fit: ${misfit}`);
      return { answers, faults: [...faults, ...unseen] };
    },
    async close() {
      await app.close();
      vi.useRealTimers();
    },
  };
}

/** Looks at answers as handlers give them: what the schema doesn't know is left out on the way, and nobody would see it. */
function watched(handlers: AllHandlers, misfits: string[]): AllHandlers {
  const entries = Object.entries(handlers).map(([key, handler]) => {
    const name = key as OperationName;
    const schemas = [...successesOf(name).values()].filter((schema) => schema !== null);
    if (schemas.length === 0) return [name, handler];
    const watching = async (...input: [never, never]) => {
      const answer: unknown = await (handler as (...input: [never, never]) => Promise<unknown>)(...input);
      const sent: unknown = JSON.parse(JSON.stringify(answer));
      const found = schemas.map((schema) => misfitOf(schema, sent));
      if (!found.includes(null)) misfits.push(found.join(' and '));
      return answer;
    };
    return [name, watching];
  });
  return Object.fromEntries(entries) as AllHandlers;
}
