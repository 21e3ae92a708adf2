import { t } from '../words.ts';

interface Total {
  count: number;
  /** False where the server stopped counting. */
  exact: boolean;
}

/** `480 people`, or `more than 10,000 people` where the server stopped counting. */
export function totalWords({ count, exact }: Total): string {
  return exact ? t('people', { count }) : t('moreThanPeople', { count });
}

/** `50 of 480 people` */
export function shownWords(shown: number, { count, exact }: Total): string {
  return exact ? t('shownOf', { shown, count }) : t('shownOfMore', { shown, count });
}
