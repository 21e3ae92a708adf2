import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import { runHere } from '../../support/runHere.ts';
import { backedUp, fingerprint, organisation, useFolder } from '../backup/support.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import { bounded } from '../../../server/features/doctor/bounded.ts';
import { createTestApp } from '../../support/app.ts';
import { appendAudit } from '../../../server/domain/audit/append.ts';
import { startMailServer } from '../../support/mailServer.ts';

const { path, keyFile } = useFolder();

interface Said {
  ok: boolean;
  findings: { code: string; sentence: string }[];
}

describe('gatehouse doctor', () => {
  forEachDatabase((open) => {
    async function examined(args: string[]): Promise<{ exitCode: number | null; said: Said }> {
      const run = await runHere(['doctor', '--json', ...args]);
      return { exitCode: run.exitCode, said: JSON.parse(run.stdout) as Said };
    }
    const codes = ({ said }: { said: Said }) => said.findings.map(({ code }) => code);

    it('says what is missing in a new organisation, a sentence each, with exit code 1', async () => {
      const { args } = await organisation(open, keyFile(1));
      const found = await examined(args);
      expect([found.exitCode, found.said.ok]).toEqual([1, false]);
      expect(codes(found)).toEqual(['public_url', 'smtp', 'backup', 'checkpoints']);
      const read = await runHere(['doctor', ...args]);
      expect([read.exitCode, read.stdout]).toEqual([
        1,
        expect.stringMatching(/^backup: No backup .*gatehouse backup/m),
      ]);
      // What is no fault stands apart from those.
      expect(read.stdout).toMatch(/\n\nAdvice, not faults:\n {2}checkpoints: .*\n$/);
      expect(read.stderr).toBe('3 things have to be put right.\n');
    });

    it('finds nothing where all is well: exit code 0', async () => {
      const place = await organisation(open, keyFile(1));
      await backedUp(place, path('a.backup'));
      const mail = await startMailServer();
      const well = [
        '--public-url',
        'http://localhost:8470',
        '--smtp-url',
        mail.url,
        '--checkpoint-to',
        path('checkpoints'),
      ];
      const found = await examined([...place.args, ...well]);
      expect(found).toEqual({ exitCode: 0, said: { ok: true, findings: [] } });
      await mail.close();
    });

    it('says what a name that leads nowhere and a mail server that is gone answer', async () => {
      const place = await organisation(open, keyFile(1));
      const wrong = ['--public-url', 'https://banana.invalid', '--smtp-url', 'smtp://127.0.0.1:9'];
      const found = await examined([...place.args, ...wrong]);
      expect(codes(found)).toEqual(['dns', 'smtp', 'backup', 'checkpoints']);
      expect(found.said.findings[0]?.sentence).toContain('banana.invalid');
      expect(found.said.findings[1]?.sentence).toMatch(/ECONNREFUSED/);
    });

    it('says that the last backup is old', async () => {
      const place = await organisation(open, keyFile(1));
      await place.within((deps) =>
        deps.db.transaction((tx) =>
          appendAudit(tx, deps, {
            at: deps.now() - 9 * 86_400_000,
            action: 'backup.made',
            actor: null,
            target: null,
          }),
        ),
      );
      const found = await examined(place.args);
      expect(found.said.findings.find(({ code }) => code === 'backup')?.sentence).toMatch(/9 days old/);
    });

    it('S-117: names a key that isn’t the database’s, and looks no further', async () => {
      const { args } = await organisation(open, keyFile(1));
      const found = await examined(args.map((word) => (word === keyFile(1) ? keyFile(2) : word)));
      expect([found.exitCode, codes(found)]).toEqual([1, ['database']]);
      expect(found.said.findings[0]?.sentence).toContain(fingerprint(2));
    });
  }, TWO_SERVERS);
});

describe('GET /settings/doctor', () => {
  it('says the same to administrators, in their language, and to nobody else', async () => {
    const { call, administrator, person } = await createTestApp({ config: { publicUrl: null } });
    const token = await administrator.signIn();
    const { status, body } = await call('settings.doctor', {}, { token });
    expect([status, body.ok]).toEqual([200, false]);
    expect(body.findings.map(({ code }) => code)).toEqual(['public_url', 'smtp', 'backup', 'checkpoints']);
    const german = await call('settings.doctor', {}, { token, headers: { 'accept-language': 'de' } });
    expect(german.body.findings[2]?.sentence).toMatch(/^Es wurde nie eine Sicherung angelegt/);
    const officer = await person({ username: 'omar', roles: ['security_officer'] });
    expect((await call('settings.doctor', {}, { token: await officer.signIn() })).problem.code).toBe(
      'forbidden',
    );
    expect((await call('settings.doctor', {})).status).toBe(401);
  });

  it('is well where only something worth knowing is left', async () => {
    const mail = await startMailServer();
    const config = { publicUrl: 'http://localhost:8470', smtpUrl: mail.url };
    const { call, administrator, deps } = await createTestApp({ config });
    await deps.db.transaction((tx) =>
      appendAudit(tx, deps, { at: deps.now(), action: 'backup.made', actor: null, target: null }),
    );
    const { body } = await call('settings.doctor', {}, { token: await administrator.signIn() });
    expect([body.ok, body.findings.map(({ code }) => code)]).toEqual([true, ['checkpoints']]);
    await mail.close();
  });

  it('16.7: names a SIEM that takes nothing, why, and what waits', async () => {
    const siem = { syslog: 'syslog+tls://127.0.0.1:9', https: null, ca: null, identity: null };
    const { call, administrator, services, clock } = await createTestApp({ config: { siem } });
    const token = await administrator.signIn();
    await services.forwarders[0]?.forward();
    const before = await call('settings.doctor', {}, { token });
    expect(before.body.findings.map(({ code }) => code)).not.toContain('siem');
    clock.advance(6 * 60_000);
    const { body } = await call('settings.doctor', {}, { token });
    expect(body.findings.find(({ code }) => code === 'siem')?.sentence).toMatch(
      /^The SIEM \(syslog\) has taken nothing for \d+ minutes \(ECONNREFUSED\); \d+ events wait/,
    );
    expect(await services.metrics.text()).toMatch(/^gatehouse_siem_failing\{destination="syslog"\} 1$/m);
  });

  it('answers where a mail server takes the call and says nothing, in the time of one look', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const { call, administrator } = await createTestApp({ config: { smtpUrl: `smtp://127.0.0.1:${port}` } });
    const token = await administrator.signIn();
    let calls = 0;
    silent.on('connection', () => (calls += 1));
    // Who asks meanwhile is told by the same look.
    const answers = await Promise.all([1, 2].map(() => call('settings.doctor', {}, { token })));
    expect(calls).toBe(1);
    for (const { status, body } of answers)
      expect([status, body.findings.map(({ code }) => code)]).toEqual([
        200,
        expect.arrayContaining(['smtp', 'backup']),
      ]);
    silent.close();
  });

  it('what can’t be looked at, or takes too long, is a finding', async () => {
    const broken = await bounded('disk', Promise.reject(new Error('EIO')));
    const late = await bounded('dns', new Promise(() => undefined), 20);
    expect([...broken, ...late]).toEqual([
      { code: 'disk', sentence: sentence('doctor', 'notLooked', { why: 'EIO' }) },
      { code: 'dns', sentence: sentence('doctor', 'late', { seconds: 0 }) },
    ]);
  });
});
