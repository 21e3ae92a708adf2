import { expect, it } from 'vitest';
import type { StartMessage, ToChild } from '../../electron/main/localServer/messages.ts';
import { createSupervisor, type ChildEvents } from '../../electron/main/localServer/supervisor.ts';
import { english } from './support/words.ts';

function bench(startMessage?: () => StartMessage) {
  const children: (ChildEvents & { told: ToChild[]; killed: boolean })[] = [];
  const states: string[] = [];
  const timers: { ms: number; act: () => void; cancelled: boolean }[] = [];
  let now = 0;
  let starts = 0;
  const supervisor = createSupervisor({
    spawn: (events) => {
      const child = { ...events, told: [] as ToChild[], killed: false };
      children.push(child);
      return { send: (message) => child.told.push(message), kill: () => (child.killed = true) };
    },
    startMessage:
      startMessage ??
      (() => ({
        type: 'start',
        kind: 'local',
        dataDir: '/d',
        setupToken: `t${(starts += 1)}`,
        keyring: 'k',
      })),
    now: () => now,
    after: (ms, act) => {
      const timer = { ms, act, cancelled: false };
      timers.push(timer);
      return { cancel: () => (timer.cancelled = true) };
    },
    onState: (state) => states.push(state.state),
  });
  const child = (at = children.length - 1) => children[at] ?? expect.fail('no child');
  return {
    supervisor,
    states,
    child,
    children,
    timers,
    pass: (ms: number) => (now += ms),
    fire: () => timers.at(-1)?.act(),
  };
}

it('hands over a fresh set-up token at each start and is ready with an address', () => {
  const { supervisor, child, states, fire } = bench();
  supervisor.start();
  expect(child().told).toEqual([expect.objectContaining({ type: 'start', setupToken: 't1' })]);
  child().onMessage({ type: 'ready', address: 'http://127.0.0.1:4000' });
  expect(supervisor.state()).toEqual({ state: 'ready', address: 'http://127.0.0.1:4000' });
  child().onExit(139);
  fire();
  expect(child().told).toEqual([expect.objectContaining({ setupToken: 't2' })]);
  expect(states).toEqual(['starting', 'ready', 'starting']);
});

it('starts a server that died again, with growing waits, and gives up at the fifth death within a minute', () => {
  const { supervisor, child, children, timers, fire } = bench();
  supervisor.start();
  for (let deaths = 1; deaths < 5; deaths += 1) {
    child().onExit(1);
    fire();
  }
  child().onExit(1);
  expect(timers.map((timer) => timer.ms)).toEqual([500, 1000, 2000, 4000]);
  expect(children).toHaveLength(5);
  const state = supervisor.state();
  expect(state.state === 'failed' && english.write(state.message ?? '')).toBe(
    'The server on this computer ended 5 times within a minute (code 1). Your data is safe. Restart Gatehouse; the log says more.',
  );
});

it('forgets deaths that are more than a minute old', () => {
  const { supervisor, child, pass, fire } = bench();
  supervisor.start();
  for (let deaths = 0; deaths < 12; deaths += 1) {
    child().onExit(1);
    fire();
    pass(20_000);
  }
  expect(supervisor.state().state).toBe('starting');
});

it('says why where the server said why, and does not try again', () => {
  const { supervisor, child, children } = bench();
  supervisor.start();
  child().onMessage({ type: 'failed', detail: 'The database is of a newer Gatehouse.' });
  child().onExit(1);
  expect(supervisor.state()).toEqual({ state: 'failed', message: 'The database is of a newer Gatehouse.' });
  expect(children).toHaveLength(1);
});

it('says why where it could not be prepared', () => {
  const { supervisor, children } = bench(() => {
    throw new Error('The keychain does not open.');
  });
  supervisor.start();
  expect(supervisor.state()).toEqual({ state: 'failed', message: 'The keychain does not open.' });
  expect(children).toHaveLength(0);
});

it('stops cleanly, and kills what does not stop', async () => {
  const { supervisor, child, timers } = bench();
  supervisor.start();
  const stopped = supervisor.stop();
  expect(child().told.at(-1)).toEqual({ type: 'stop' });
  timers.at(-1)?.act();
  expect(child().killed).toBe(true);
  child().onExit(0);
  await stopped;
  expect(supervisor.state()).toEqual({ state: 'stopped', message: null });
});

it('waits for the old process before it starts the next: one writer a database', () => {
  const { supervisor, child, children } = bench();
  supervisor.start();
  void supervisor.stop();
  supervisor.start();
  expect(children).toHaveLength(1);
  child(0).onExit(0);
  expect(children).toHaveLength(2);
  child(0).onExit(0);
  expect(supervisor.state().state).toBe('starting');
});
