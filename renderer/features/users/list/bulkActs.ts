import type { JobKindName } from '../../../../contract/jobs.ts';
import type { Permission } from '../../../../contract/permissions.ts';
import { t } from '../words.ts';

interface BulkAct {
  label: string;
  permission: Permission;
  question: (count: number) => string;
  /** What follows, below the question. */
  consequence: string;
  done: (count: number) => string;
  danger?: true;
}

/** What the server does for everyone who is selected. */
export const BULK_ACTS: Record<JobKindName, BulkAct> = {
  suspend: {
    label: t('suspend'),
    permission: 'users.manage',
    question: (count) => t('suspendAll', { count }),
    consequence: t('suspendAllOutcome'),
    done: (count) => t('allSuspended', { count }),
    danger: true,
  },
  reinstate: {
    label: t('reinstate'),
    permission: 'users.manage',
    question: (count) => t('reinstateAll', { count }),
    consequence: t('reinstateAllOutcome'),
    done: (count) => t('allReinstated', { count }),
  },
  invite: {
    label: t('sendSetUpLink'),
    permission: 'users.manage',
    question: (count) => t('sendSetUpLinkAll', { count }),
    consequence: t('sendSetUpLinkAllOutcome'),
    done: (count) => t('allSentSetUpLink', { count }),
  },
  department: {
    label: t('moveDepartment'),
    permission: 'users.manage',
    question: (count) => t('moveAll', { count }),
    consequence: t('moveAllOutcome'),
    done: (count) => t('allMoved', { count }),
  },
  merge_department: {
    label: t('renameDepartment'),
    permission: 'users.manage',
    question: () => t('renameDepartment'),
    consequence: t('mergeAllOutcome'),
    done: (count) => t('allMoved', { count }),
  },
  end_sessions: {
    label: t('endSessions'),
    permission: 'users.manage',
    question: (count) => t('endSessionsAll', { count }),
    consequence: t('endSessionsAllOutcome'),
    done: (count) => t('allSignedOut', { count }),
  },
  exempt: {
    label: t('exempt'),
    permission: 'policy.write',
    question: (count) => t('exemptAll', { count }),
    consequence: t('exemptAllOutcome'),
    done: (count) => t('allExempt', { count }),
  },
};

/** Those that are for people who are selected; a department is renamed as a whole. */
export const BULK_NAMES = (Object.keys(BULK_ACTS) as JobKindName[]).filter(
  (name) => name !== 'merge_department',
);
