import type { Deps } from '../../../context.ts';
import type { JobKind } from '../../../domain/jobs/kind.ts';
import type { MergedPolicy } from '../mergedPolicy.ts';
import type { ResetParts } from '../suspend.ts';
import { departmentJob } from './department.ts';
import { endSessionsJob } from './endSessions.ts';
import { inviteJob } from './invite.ts';
import { mergeDepartmentJob } from './mergeDepartment.ts';
import { reinstateJob, suspendJob } from './status.ts';

/** What is done for many people that is done for one on their page. */
export const peopleJobs = (deps: Deps, resets: ResetParts, policy: MergedPolicy): JobKind[] => [
  inviteJob(deps),
  suspendJob(deps, resets),
  reinstateJob(deps),
  departmentJob(deps),
  mergeDepartmentJob(deps, policy),
  endSessionsJob(deps),
];
