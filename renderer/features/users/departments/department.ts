import type { OutputOf } from '../../../../contract/operations.ts';

export type Department = OutputOf<'users.listDepartments'>['items'][number];
