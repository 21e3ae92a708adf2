import { sentence } from '../../../contract/words/sentence.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';

export const lastAdministrator = ({ name }: { name: string }): Refusal =>
  refuse('last_administrator', {
    detail: sentence('answers/users', 'lastAdministrator', { name }),
  });
