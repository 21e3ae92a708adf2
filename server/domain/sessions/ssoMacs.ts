import type { Selectable } from 'kysely';
import { rowMac } from '../../crypto/rowMac.ts';
import type { Bound } from '../../crypto/rowMac.ts';
import type { SsoLinksTable, SsoProvidersTable } from '../../db/schema.ts';

type Provider = Selectable<SsoProvidersTable>;
type Link = Selectable<SsoLinksTable>;

/** Its secret is bound by its seal, and sealed anew when the key is rotated. */
const PROVIDER_COLUMNS = {
  id: true,
  name: true,
  name_key: false,
  issuer: true,
  client_id: true,
  sealed_secret: false,
  link_by_email: true,
  created_at: true,
  version: false,
} as const satisfies Record<keyof Omit<Provider, 'mac'>, boolean>;

/** What a provider said at the last sign-in is only shown. */
const LINK_COLUMNS = {
  id: true,
  user_id: true,
  provider_id: true,
  subject: true,
  email: true,
  created_at: true,
  created_by: true,
  last_sign_in_at: false,
  mfa_asserted: false,
  amr: false,
  acr: false,
  proven_at: true,
} as const satisfies Record<keyof Omit<Link, 'mac'>, boolean>;

export type BoundProvider = Bound<Provider, typeof PROVIDER_COLUMNS>;
export type BoundLink = Bound<Link, typeof LINK_COLUMNS>;

/** Who it is that lets people in, and whom (S-120). */
export const PROVIDER_MACS = rowMac<BoundProvider>('sso_providers', PROVIDER_COLUMNS);
export const SSO_LINK_MACS = rowMac<BoundLink>('sso_links', LINK_COLUMNS);
