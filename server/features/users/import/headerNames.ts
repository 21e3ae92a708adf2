import { IMPORT_FIELDS } from '../../../../contract/importFields.ts';
import type { ImportField } from '../../../../contract/importFields.ts';

/**
 * What files call each field, the surer names first: ours, what people write in English and German, and the headers of Microsoft
 * Entra ID's (*userPrincipalName*), Google Workspace's and Okta's exports.
 */
const NAMES: Record<ImportField, readonly string[]> = {
  username: [
    'username',
    'user',
    'login',
    'loginname',
    'userlogin',
    'samaccountname',
    'uid',
    'accountname',
    'benutzername',
    'benutzer',
    'benutzerkennung',
    'anmeldename',
    'kennung',
    'userprincipalname',
  ],
  email: [
    'email',
    'emailaddress',
    'mail',
    'mailaddress',
    'primaryemail',
    'workemail',
    'emailadresse',
    'mailadresse',
    'emailgeschaftlich',
  ],
  name: [
    'name',
    'displayname',
    'fullname',
    'employeename',
    'anzeigename',
    'vollstandigername',
    'mitarbeiter',
  ],
  firstName: ['firstname', 'givenname', 'forename', 'vorname'],
  lastName: ['lastname', 'surname', 'familyname', 'sn', 'nachname', 'familienname'],
  department: ['department', 'dept', 'departmentname', 'division', 'abteilung', 'bereich'],
  role: ['role', 'roles', 'rolle', 'rollen'],
  phone: [
    'phone',
    'phonenumber',
    'telephone',
    'telephonenumber',
    'workphone',
    'officephone',
    'primaryphone',
    'businessphone',
    'telefon',
    'telefonnummer',
    'tel',
    'festnetz',
  ],
  mobile: [
    'mobile',
    'mobilephone',
    'mobilenumber',
    'cell',
    'cellphone',
    'handy',
    'handynummer',
    'mobil',
    'mobiltelefon',
    'mobilnummer',
    'mobilfunk',
  ],
  manager: [
    'manager',
    'managerusername',
    'manageremail',
    'managername',
    'managerid',
    'linemanager',
    'supervisor',
    'reportsto',
    'vorgesetzter',
    'vorgesetzte',
    'fuhrungskraft',
  ],
  account: ['account', 'accountid', 'externalid', 'keycloakid', 'konto', 'kontoid'],
};

const places = new Map<string, { field: ImportField; place: number }>();
for (const field of IMPORT_FIELDS)
  for (const [place, name] of NAMES[field].entries()) places.set(name, { field, place });

/** Letters and digits alone, so that *E-Mail*, *e mail* and *EMAIL* are one. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Which field a header is, and how sure its name is (0 is surest); undefined where it is none that is known. Entra's templates
 * write `Name [displayName] Required`, Google's `First Name [Required]`.
 */
export function fieldOf(header: string): { field: ImportField; place: number } | undefined {
  const inBrackets = /\[([^\]]+)\]/.exec(header)?.[1] ?? '';
  const outside = header.replace(/\[[^\]]*\]/g, ' ').replace(/\brequired\b/gi, ' ');
  return places.get(folded(inBrackets)) ?? places.get(folded(outside));
}
