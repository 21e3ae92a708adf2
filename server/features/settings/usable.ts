import { isSupportedCountry } from 'libphonenumber-js/min';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { isHost } from '../../config/hosts.ts';
import { readPublicUrl } from '../../config/publicUrl.ts';
import { WrongValue } from '../../config/wrongValue.ts';
import { readPrivateKey } from '../../domain/mail/oauth.ts';
import type { SmtpSettings } from '../../domain/settings/current.ts';
import { refuse } from '../../refusal.ts';

interface Checked {
  publicUrl: string | null;
  timeZone: string;
  country: string | null;
  smtp: SmtpSettings | null;
  /** Where there is another one. */
  smtpPassword: string | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/** Refuses what matches the schema and still can't work, or isn't safe. */
export function refuseUnusable({ publicUrl, timeZone, country, smtp, smtpPassword }: Checked): void {
  const problem =
    publicUrlProblem(publicUrl) ??
    timeZoneProblem(timeZone) ??
    countryProblem(country) ??
    (smtp ? (smtpProblem(smtp) ?? oauthProblem(smtp, smtpPassword)) : undefined);
  if (!problem) return;
  throw refuse('invalid_input', { detail: problem.sentence, fields: { [problem.field]: problem.sentence } });
}

interface Problem {
  field: string;
  sentence: Sentence;
}

function publicUrlProblem(publicUrl: string | null): Problem | undefined {
  if (publicUrl === null) return undefined;
  try {
    const url = readPublicUrl(publicUrl);
    if (url.protocol === 'https:' || LOOPBACK.test(url.hostname)) return undefined;
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    return { field: 'publicUrl', sentence: sentence('answers/settings', 'publicUrlForm') };
  }
  return {
    field: 'publicUrl',
    sentence: sentence('answers/settings', 'publicUrlSecure'),
  };
}

function timeZoneProblem(timeZone: string): Problem | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format(0);
    return undefined;
  } catch {
    return { field: 'timeZone', sentence: sentence('answers/settings', 'noSuchTimeZone') };
  }
}

function countryProblem(country: string | null): Problem | undefined {
  if (country === null || isSupportedCountry(country)) return undefined;
  return { field: 'country', sentence: sentence('answers/settings', 'noSuchCountry') };
}

function oauthProblem({ oauth, username }: SmtpSettings, secret: string | null): Problem | undefined {
  if (!oauth) return undefined;
  const url = URL.canParse(oauth.tokenUrl) ? new URL(oauth.tokenUrl) : null;
  if (url === null || (url.protocol !== 'https:' && !LOOPBACK.test(url.hostname))) {
    return { field: 'smtp', sentence: sentence('answers/settings', 'tokenUrlSecure') };
  }
  if (username === null) return { field: 'smtp', sentence: sentence('answers/settings', 'oauthMailbox') };
  if (oauth.grant !== 'jwt_bearer' || secret === null || isPrivateKey(secret)) return undefined;
  return { field: 'smtpPassword', sentence: sentence('answers/settings', 'noPrivateKey') };
}

function isPrivateKey(secret: string): boolean {
  try {
    readPrivateKey(secret);
    return true;
  } catch {
    return false;
  }
}

function smtpProblem({ host, secure, username }: SmtpSettings): Problem | undefined {
  if (!isHost(host)) {
    return {
      field: 'smtp',
      sentence: sentence('answers/settings', 'noHost'),
    };
  }
  if (secure !== 'none' || username === null || LOOPBACK.test(host)) return undefined;
  return {
    field: 'smtp',
    sentence: sentence('answers/settings', 'passwordInTheClear'),
  };
}
