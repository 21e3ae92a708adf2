import { paths } from '../../../../contract/paths.ts';
import { permissionsOf } from '../../../../contract/permissions.ts';
import { TIERS } from '../../../../contract/requestStates.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { activeRecipients } from '../../../domain/mail/recipientStore.ts';
import type { Recipient } from '../../../domain/mail/recipientStore.ts';
import { rolesOfMany } from '../../../domain/people/roleStore.ts';
import { currentPolicy } from '../../../domain/policy/current.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { publicUrlOf } from '../../../domain/settings/effective.ts';
import { withWrittenUrl } from '../../../domain/settings/macs.ts';
import { rfc3339 } from '../../../time.ts';
import { lastMonth } from '../rules/reportMonth.ts';
import { figuresOf, isTaken, takeMonth } from './monthStore.ts';
import type { Figures } from './monthStore.ts';

type ReportDeps = Pick<Deps, 'db' | 'keys' | 'random' | 'config'>;

/**
 * For a worker: on the first working day of a month, or as soon after it as a server runs, whom policy names hear how many
 * resets there were in the month before, once, whichever server does it. Where policy names nobody then, the month is over.
 */
export function createMonthlyReport(deps: ReportDeps): { sendDue(now: number): Promise<void> } {
  const { db, keys, config } = deps;
  return {
    async sendDue(now) {
      const { timeZone } = await readSettings(db.kysely);
      const month = lastMonth(now, timeZone);
      if (now < month.dueAt || (await isTaken(db.kysely, month.name))) return;
      // What ended in a month that is over doesn't change: the figures need no transaction.
      const figures = await figuresOf(db.long, month);
      const earlier = totalOf(await figuresOf(db.long, { from: month.before, to: month.from - 1 }));
      await db.transaction(async (tx) => {
        if (!(await takeMonth(tx, month.name, now))) return;
        const { document: policy } = await currentPolicy(tx);
        if (policy.resetReportTo.length === 0) return;
        const recipients = await readersOf(tx, deps, policy.resetReportTo);
        const total = totalOf(figures);
        await appendAudit(tx, deps, {
          at: now,
          action: 'audit.report_sent',
          actor: null,
          target: null,
          data: { month: month.name, count: total, recipients: recipients.map(({ name }) => name) },
        });
        const { from, to } = month;
        const list = paths.resetReport({ from: rfc3339(from), to: rfc3339(to) });
        await mailStaff(tx, deps, {
          to: recipients.map(({ id }) => id),
          kind: 'reset_report',
          at: now,
          params: {
            month: sentence('mail', 'month', { month: { at: from, as: 'month', zone: timeZone } }),
            count: total,
            figures: linesOf(figures, earlier),
            reportLink: `${publicUrlOf(config, withWrittenUrl(keys, await readSettings(tx)))}${list}`,
          },
        });
      });
    },
  };
}

/** Of those whom policy names, the ones who may read the list that the mail leads to. */
async function readersOf(tx: Tx, { keys }: ReportDeps, ids: readonly string[]): Promise<Recipient[]> {
  const roles = await rolesOfMany(tx, keys, ids);
  return activeRecipients(
    tx,
    ids.filter((id) => permissionsOf(roles.get(id) ?? [], false).has('audit.read')),
  );
}

const totalOf = ({ resets }: Figures): number => TIERS.reduce((all, tier) => all + resets[tier], 0);

/** SECURITY: figures and no names: mailboxes are read, forwarded and kept by others than those who may read the log. */
function linesOf(figures: Figures, earlier: number): Sentence[] {
  const { resets, denied, attacks, vetoed } = figures;
  return [
    sentence('mail', 'reportResets', { count: totalOf(figures), earlier }),
    sentence('mail', 'reportTiers', resets),
    sentence('mail', 'reportDenied', { count: denied, attacks }),
    sentence('mail', 'reportVetoed', { count: vetoed }),
  ];
}
