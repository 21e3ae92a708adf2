import type { Factor } from '../../../contract/auditActions.ts';
import { figure } from '../../language/intl.ts';
import { changeSummary } from './changeSummary.ts';
import { codeWords } from './codeWords.ts';
import { factTerm } from './factTerms.ts';
import { t } from './words.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of an event as text: a change is *before → after*, nothing is *none*, a code that has words is said in them. */
function valueOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('none');
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (Array.isArray(value)) {
    return value.length === 0 ? t('none') : value.map((item) => valueOf(key, item)).join(', ');
  }
  if (isObject(value)) {
    if ('to' in value) {
      const name = typeof value['name'] === 'string' ? value['name'] : null;
      const said = (part: unknown) => valueOf(name ?? key, part);
      const change = `${'from' in value ? `${said(value['from'])} → ` : ''}${said(value['to'])}`;
      return name === null ? change : `${factTerm(name)}: ${change}`;
    }
    return Object.entries(value)
      .map(([inner, its]) => `${factTerm(inner)} ${valueOf(inner, its)}`)
      .join('; ');
  }
  if (typeof value === 'number') return figure(value);
  return typeof value === 'string' ? codeWords(key, value) : JSON.stringify(value);
}

/** What `via` says, as the factor that says it too. */
const VIA_FACTORS = new Map<unknown, Factor>([
  ['password', 'password'],
  ['sso', 'identity_provider'],
  ['mail', 'mailed_link'],
]);

/**
 * The facts of an event for people, in the order they were written.
 *
 * @param used the factors that are shown beside them: *Via password* says less than *Used password and code*
 */
export function eventFacts(
  data: Record<string, unknown>,
  used: readonly Factor[] = [],
): { term: string; value: string }[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (key === 'words') return [];
    if (key === 'via' && used.some((factor) => factor === VIA_FACTORS.get(value))) return [];
    if (key === 'summary') return [{ term: factTerm(key), value: changeSummary(data) }];
    return key === 'changed' && isObject(value)
      ? Object.entries(value).map(([field, change]) => ({
          term: factTerm(field),
          value: valueOf(field, change),
        }))
      : [{ term: factTerm(key), value: valueOf(key, value) }];
  });
}
