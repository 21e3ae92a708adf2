import type { ImportField } from '../../../../contract/importFields.ts';
import { t } from '../words.ts';

/** What a column may be, as people are told. */
export const FIELD_NAMES: Record<ImportField, string> = {
  username: t('fieldUsername'),
  email: t('fieldEmail'),
  name: t('fieldName'),
  firstName: t('fieldFirstName'),
  lastName: t('fieldLastName'),
  department: t('fieldDepartment'),
  role: t('fieldRole'),
  phone: t('fieldPhone'),
  mobile: t('fieldMobile'),
  manager: t('fieldManager'),
  account: t('fieldAccount'),
};
