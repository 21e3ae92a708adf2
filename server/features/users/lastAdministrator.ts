import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';

export const lastAdministrator = ({ name }: { name: string }): Refusal =>
  refuse('last_administrator', {
    detail: `${name} is the last active administrator. Appoint another one first.`,
  });
