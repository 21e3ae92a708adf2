import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { voice } from '../server/voice.ts';
import { startRealKeycloak } from './support/keycloak.ts';
import { startRealLemonLdap } from './support/lemonldap.ts';
import { startRealPrivacyIdea } from './support/privacyidea.ts';
import { NotHere } from './support/programs.ts';
import type { RealSystem } from './support/real.ts';
import { deskBefore } from './support/reset.ts';

const KINDS = {
  LemonLDAP: startRealLemonLdap,
  privacyIDEA: startRealPrivacyIdea,
  Keycloak: startRealKeycloak,
};
const STEPS = [
  'tested',
  'account found',
  'factors listed',
  'wrong secret named',
  'evidence, approval',
  'lost right named',
  'factors gone',
  'sessions ended',
  'nobody gets in',
  'opens into set-up only',
  'gone again is done',
] as const;
type Step = (typeof STEPS)[number];

/** What ran of each, and what isn't possible there. */
const table = new Map<string, Map<Step, string>>();

afterAll(() => {
  const width = Math.max(...STEPS.map(({ length }) => length));
  const names = [...table.keys()];
  const line = (first: string, cells: string[]) =>
    `${first.padEnd(width)} | ${cells.map((cell, n) => cell.padEnd(Math.max(24, names[n]?.length ?? 0))).join(' | ')}`;
  const rows = STEPS.map((step) =>
    line(
      step,
      names.map((name) => table.get(name)?.get(step) ?? 'did not run'),
    ),
  );
  process.stdout.write(['', line('', names), ...rows, '', ''].join('\n'));
});

describe.each(Object.entries(KINDS))('a real %s', (label, start) => {
  let real: RealSystem;
  let desk: Awaited<ReturnType<typeof deskBefore>>;
  let why: string | null = null;
  const column = new Map<Step, string>();

  beforeAll(async () => {
    try {
      real = await start();
    } catch (error) {
      if (!(error instanceof NotHere)) throw error;
      why = error.message;
      table.set(`${label}: skipped, ${why}`, column);
      return;
    }
    table.set(real.name, column);
    desk = await deskBefore(real);
  });
  afterAll(async () => {
    if (why !== null) return;
    await desk.close();
    await real.stop();
  });

  type Skip = (note: string) => never;

  /** Before each step: the system is there. */
  const here = (skip: Skip) => (why === null ? undefined : skip(why));
  const ran = (step: Step, said: string) => void column.set(step, said);
  const notPossible = (skip: Skip, step: Step) => {
    column.set(step, 'not possible there');
    return skip('not possible there');
  };

  const listed = async () => desk.kind.factorsOf(await desk.access(), real.externalId);

  it('tested', async ({ skip }) => {
    here(skip);
    const findings = await desk.kind.test(await desk.access());
    const said = findings.map(({ weight, sentence }) => `${weight}: ${voice.write(sentence)}`);
    expect([said, findings.filter(({ weight }) => weight === 'wrong')]).toEqual([said, []]);
    expect(findings.map(({ code }) => code)).toContain('ok');
    ran('tested', findings.map(({ code }) => code).join(', '));
  });

  it('account found', async ({ skip }) => {
    here(skip);
    const { username, email, externalId } = real;
    const found = await desk.kind.findAccounts(await desk.access(), { username, email });
    expect(found).toMatchObject([{ externalId, username, enabled: true }]);
    expect(
      await desk.kind.findAccounts(await desk.access(), { username: `${username}x`, email: null }),
    ).toEqual([]);
    ran('account found', 'by its name');
  });

  it('factors listed', async ({ skip }) => {
    here(skip);
    const factors = await listed();
    const phone = factors.find(({ name }) => name === 'Phone');
    expect(phone).toMatchObject({ kind: 'app', stopped: false });
    expect(Math.abs(Date.now() - (phone?.createdAt ?? 0))).toBeLessThan(3_600_000);
    ran('factors listed', factors.map(({ kind, name }) => `${kind} ${name}`).join(', '));
  });

  it('wrong secret named', async ({ skip }) => {
    here(skip);
    if (real.secret === null) return notPossible(skip, 'wrong secret named');
    const work = desk.kind.factorsOf(await desk.access('not the secret'), real.externalId);
    await expect(work).rejects.toMatchObject({ code: 'not_allowed', status: 401 });
    ran('wrong secret named', 'yes');
  });

  let request = '';
  let session: Awaited<ReturnType<NonNullable<RealSystem['signIn']>['withCode']>> | undefined;
  it('evidence, approval', async ({ skip }) => {
    here(skip);
    session = await real.signIn?.withCode();
    request = await desk.executing();
    expect(await desk.stand(request)).toMatchObject({ state: 'executing', there: 'planned' });
    expect(await listed()).not.toEqual([]);
    ran('evidence, approval', 'executing');
  });

  it('lost right named', async ({ skip }) => {
    here(skip);
    if (real.rights === null) return notPossible(skip, 'lost right named');
    await real.rights.take();
    await desk.effects.carryOutDue();
    const stand = await desk.stand(request);
    expect(stand).toMatchObject({ state: 'executing', there: 'failed' });
    expect(stand.sentence).toContain(real.rights.name);
    expect(await listed()).not.toEqual([]);
    await real.rights.give();
    await desk.retry(request);
    ran('lost right named', 'yes, nothing done');
  });

  it('factors gone', async ({ skip }) => {
    here(skip);
    await desk.effects.carryOutDue();
    const stand = await desk.stand(request);
    expect(stand).toMatchObject({ state: 'completed', there: 'done', sentence: null });
    expect(stand.system?.factors.every(({ goneAt }) => goneAt !== null)).toBe(true);
    expect(await listed()).toEqual([]);
    ran('factors gone', 'read back');
  });

  it('sessions ended', async ({ skip }) => {
    here(skip);
    if (!session) return notPossible(skip, 'sessions ended');
    expect(await session.stillIn()).toBe(false);
    expect(await desk.kind.sessionsOf?.(await desk.access(), real.externalId)).toBe(0);
    ran('sessions ended', 'read back');
  });

  it('nobody gets in', async ({ skip }) => {
    here(skip);
    if (!real.signIn) return notPossible(skip, 'nobody gets in');
    expect(await real.signIn.byPassword()).toMatch(/disabled/i);
    ran('nobody gets in', 'by password alone, held');
  });

  it('opens into set-up only', async ({ skip }) => {
    here(skip);
    if (!real.signIn) return notPossible(skip, 'opens into set-up only');
    await desk.kind.openForSetup?.(await desk.access(), real.externalId);
    expect(await real.signIn.byPassword()).toMatch(/not fully set up/i);
    ran('opens into set-up only', 'yes');
  });

  it('gone again is done', async ({ skip }) => {
    here(skip);
    const [first] = (await desk.stand(request)).system?.factors ?? [];
    await desk.kind.removeFactor(await desk.access(), real.externalId, first?.id ?? '');
    expect(await listed()).toEqual([]);
    ran('gone again is done', 'yes');
  });
});
