import { t } from './words.ts';

/** Whom the pieces show: names and numbers that belong to nobody (Ofcom keeps 01632 for fiction). */
export const ORGANISATION = 'Northwind Clinics';
export const JO = 'Jo Park';
/** A system of the recorded sample that doesn't take its secret any more. */
export const LABS = 'Keycloak of the labs';
export const PHONE = '+44 1632 960 141';

export interface Somebody {
  name: string;
  department: string;
  isOn: boolean;
}

export const PEOPLE: readonly Somebody[] = [
  { name: 'Ana Castro', department: t('finance'), isOn: true },
  { name: JO, department: t('surgery'), isOn: false },
  { name: 'Øyvind Ås', department: t('surgery'), isOn: true },
];

/** A moment before the gallery's own now, or after it where the length is negative. */
export function ago({ minutes = 0, days = 0 }: { minutes?: number; days?: number }): string {
  return new Date(Date.now() - (days * 24 * 60 + minutes) * 60_000).toISOString();
}
