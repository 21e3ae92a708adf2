import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { AttestorSettings } from '../../../../contract/operations/attestor.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { CopyRows } from '../CopyRows.tsx';
import { t } from '../words.ts';

interface Props {
  addresses: AttestorSettings['addresses'];
  clientId: string;
  /** Only while it is new. */
  secret?: string | undefined;
}

/** What Okta's administrator types there, in the words and the order of Okta's form. */
export function ValuesForOkta({ addresses, clientId, secret }: Props) {
  const { issuer, par, authorize, token, jwks } = addresses;
  return (
    <Box component="section" aria-label={t('typeInOkta')} sx={{ mb: 4 }}>
      <Typography variant="body2" sx={{ fontWeight: 500 }}>
        {t('typeInOkta')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('whereInOkta')}
      </Typography>
      {!issuer.startsWith('https://') && <Banner tone="warning">{t('oktaNeedsHttps')}</Banner>}
      <CopyRows
        rows={[
          { label: t('oktaClientId'), value: clientId },
          ...(secret === undefined ? [] : [{ label: t('oktaClientSecret'), value: secret }]),
          { label: t('oktaIssuer'), value: issuer },
          { label: t('oktaPar'), value: par },
          { label: t('oktaAuthorize'), value: authorize },
          { label: t('oktaToken'), value: token },
          { label: t('oktaJwks'), value: jwks },
        ]}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
        {secret === undefined ? t('secretKnownThere') : t('copySecretNow')}
      </Typography>
    </Box>
  );
}
