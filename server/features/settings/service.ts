import type { OutputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import { publicKeysOf } from '../../crypto/checkpoints.ts';
import { version } from '../../version.ts';
import { makeAllDue } from '../../domain/mail/store.ts';
import { noteRoute, noteTested } from '../../domain/mail/mailRoute.ts';
import { askAnew } from '../../domain/passwordLinks/askAnew.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { effectiveSettings, fixedSettings, listeningUrl } from '../../domain/settings/effective.ts';
import { alteredWay } from '../../domain/settings/macs.ts';
import { tellOfFoundRoute } from './tellOfRoute.ts';
import { sendTestMail } from './testMail.ts';
import { updateSettings } from './update.ts';
import type { SettingsChange } from './update.ts';

export interface SettingsService {
  get(): Promise<OutputOf<'settings.get'>>;
  update(actor: Actor, change: SettingsChange, now: number): Promise<void>;
  /** As a server starts: records by which way mails go, and tells of it where it is another one than before. */
  noteRoute(now: number): Promise<void>;
  testMail(actor: Actor, now: number): Promise<OutputOf<'settings.testMail'>>;
}

export function createSettingsService(deps: Deps): SettingsService {
  const { db, config, events } = deps;
  return {
    async get() {
      const stored = await readSettings(db.kysely);
      const { sealedSmtpPassword, stored: rows = [], ...settings } = effectiveSettings(config, stored);
      const altered = alteredWay(deps, rows);
      const urlHasPassword = config.smtpUrl !== null && new URL(config.smtpUrl).password !== '';
      return {
        ...settings,
        smtpPasswordSet: config.smtpUrl === null ? sealedSmtpPassword !== null : urlHasPassword,
        fixed: fixedSettings(config),
        ...(altered.length > 0 && { altered }),
        server: {
          version,
          database: db.dialect === 'postgres' ? 'PostgreSQL' : 'SQLite',
          address: listeningUrl(config),
        },
        auditPublicKeys: publicKeysOf(deps.keys),
      };
    },
    async update(actor, change, now) {
      const changed = await db.transaction((tx) => updateSettings(tx, deps, { actor, change, now }));
      if (!changed) return;
      events.publish({ kind: 'organisation' });
      events.publish({ kind: 'outbox' });
    },
    /** Where it passes, what was refused before may pass, too. */
    async testMail(actor, now) {
      const passed = await sendTestMail(deps, actor, now);
      await db.transaction(async (tx) => {
        if (await noteTested(tx, deps, now)) await askAnew(tx, now);
        await makeAllDue(tx, now);
      });
      events.publish({ kind: 'outbox' });
      events.publish({ kind: 'users' });
      return passed;
    },
    noteRoute: (now) =>
      db.transaction(async (tx) => {
        if (!(await noteRoute(tx, deps, { by: null, now }))) return;
        const found = effectiveSettings(config, await readSettings(tx));
        await tellOfFoundRoute(tx, deps, { found, now });
      }),
  };
}
