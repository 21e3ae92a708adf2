import type { Voice } from '../../contract/words/write.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { sentence } from '../../contract/words/sentence.ts';
import { Option } from 'commander';
import type { Command } from 'commander';
import { WrongUse } from '../failure.ts';
import type { ServerOptions } from '../opening.ts';
import { MANDATORY, variableName } from './readOptions.ts';
import type { Values } from './readOptions.ts';
import { SPECS } from './specs.ts';
import type { OptionName, Spec } from './specs.ts';
import { joinTls } from './tlsFiles.ts';
import { webShellFolder } from './webShell.ts';

/** Where the organisation's data and key are, and how much is said of them. */
export const PLACE = [
  'data',
  'databaseUrl',
  'databaseReplica',
  'listenUrl',
  'keyFile',
  'keyCommand',
  'key',
  'logLevel',
] as const;
export const LISTENING = [
  'host',
  'port',
  'tlsCert',
  'tlsKey',
  'trustProxy',
  'addressLimit',
  'drainSeconds',
] as const;
export const MAILING = ['smtpUrl', 'mailFrom', 'publicUrl'] as const;
/** What mails are signed with. */
export const DKIM = ['dkimSelector', 'dkimKey'] as const;
/** Where checkpoints of the audit log go besides the data folder. */
export const CHECKPOINTS = ['checkpointTo'] as const;

/** Where the audit log is pushed to. */
export const SIEM = ['siemSyslog', 'siemHttps', 'siemSecret', 'siemCa', 'siemCert', 'siemKey'] as const;

/** Who reads metrics besides this machine. */
export const METRICS = ['metricsPort', 'metricsTokenFile'] as const;

/** A backup a day. */
export const BACKUPS = ['backupDir', 'backupAt', 'backupKeep'] as const;

export type Place = Values<(typeof PLACE)[number]>;
export type Listening = Values<(typeof LISTENING)[number]>;
export type Mailing = Values<(typeof MAILING)[number]>;
export type Signing = Values<(typeof DKIM)[number]>;
export type Checkpoints = Values<(typeof CHECKPOINTS)[number]>;
export type Siem = Values<(typeof SIEM)[number]>;
export type Monitoring = Values<(typeof METRICS)[number]>;
export type Backups = Values<(typeof BACKUPS)[number]>;

const DEFAULT_DATA = '.gatehouse';
const DEFAULT_PORT = 8470;
const DEFAULT_BACKUP_AT = 2 * 60;
const DEFAULT_BACKUP_KEEP = 14;
/** Of `serve`: a line for each request, which who runs a server looks for first. Other commands say what goes wrong. */
export const SERVE_LOG_LEVEL = 'info';

/** What is in force where nothing is said, for those who ask. */
export const PRESETS: Partial<Record<OptionName, string>> = {
  host: '127.0.0.1',
  port: String(DEFAULT_PORT),
  addressLimit: '120',
  logLevel: SERVE_LOG_LEVEL,
  backupAt: '02:00',
  backupKeep: String(DEFAULT_BACKUP_KEEP),
};

/** @param about what help says of one, where that isn't what its table says */
export function withOptions(
  command: Command,
  names: readonly OptionName[],
  voice: Voice,
  about: Partial<Record<OptionName, Sentence>> = {},
): Command {
  const say = voice.say('options');
  for (const name of names) {
    const { flags, variable, example, ...spec }: Spec<unknown> = SPECS[name];
    if (flags === undefined) continue;
    const told = voice.write(about[name] ?? spec.about);
    const like = example === undefined ? told : say('example', { about: told, example });
    const by = variable === false ? '' : ` [${variableName(name)}]`;
    const option = new Option(flags, `${like}${by}`);
    command.addOption(option.makeOptionMandatory(isMandatory(name)));
  }
  const onlyVariables = names.filter((name) => !('flags' in SPECS[name]));
  if (onlyVariables.length > 0) {
    const lines = onlyVariables.map((name) => `  ${variableName(name)}  ${voice.write(SPECS[name].about)}`);
    command.addHelpText('after', ['', say('onlyVariables'), ...lines].join('\n'));
  }
  return command;
}

const isMandatory = (name: OptionName) => MANDATORY.some((mandatory) => mandatory === name);

/** What the server is opened with. SECURITY: the key itself comes by the environment, never as an argument. */
export function placeOptions(options: Place): ServerOptions {
  const { data, databaseUrl, databaseReplica, listenUrl, keyFile, keyCommand, key, logLevel } = options;
  if (databaseReplica !== undefined && databaseUrl === undefined)
    throw new WrongUse(sentence('cli', 'replicaOfNothing'));
  const dataDir = data ?? (databaseUrl === undefined ? DEFAULT_DATA : undefined);
  return { dataDir, databaseUrl, databaseReplica, listenUrl, keyFile, keyCommand, keyEnv: key, logLevel };
}

/** How it listens. */
export function listeningOptions(options: Listening): ServerOptions {
  const { host, port = DEFAULT_PORT, tlsCert, tlsKey, trustProxy, addressLimit } = options;
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new WrongUse(sentence('cli', 'tlsTogether'));
  }
  const tls = tlsCert && tlsKey ? joinTls(tlsCert, tlsKey) : null;
  return { host, port, tls, trustProxy, addressLimit, webShell: webShellFolder() };
}

/** Which backups it makes by itself. */
export function backupOptions({ backupDir, backupAt, backupKeep }: Backups): Pick<ServerOptions, 'backups'> {
  if (backupDir !== undefined) {
    const minuteOfDay = backupAt ?? DEFAULT_BACKUP_AT;
    return { backups: { folder: backupDir, minuteOfDay, keep: backupKeep ?? DEFAULT_BACKUP_KEEP } };
  }
  if (backupAt !== undefined || backupKeep !== undefined)
    throw new WrongUse(sentence('cli', 'backupsNowhere'));
  return {};
}

/** What it signs mails with. */
export function dkimOptions({ dkimSelector: selector, dkimKey: key }: Signing): Pick<ServerOptions, 'dkim'> {
  if (selector !== undefined && key !== undefined) return { dkim: { selector, key } };
  if (selector !== undefined || key !== undefined) throw new WrongUse(sentence('cli', 'dkimTogether'));
  return {};
}

/** Where it pushes the audit log to. */
export function siemOptions(options: Siem): Pick<ServerOptions, 'siem'> {
  const {
    siemSyslog: syslog = null,
    siemHttps: url,
    siemSecret: secret,
    siemCa,
    siemCert,
    siemKey,
  } = options;
  if ((url === undefined) !== (secret === undefined))
    throw new WrongUse(sentence('cli', 'siemSecretTogether'));
  if ((siemCert === undefined) !== (siemKey === undefined))
    throw new WrongUse(sentence('cli', 'siemKeyTogether'));
  if (syslog === null && url === undefined) {
    if (siemCa || siemCert) throw new WrongUse(sentence('cli', 'siemNowhere'));
    return {};
  }
  const https = url !== undefined && secret !== undefined ? { url, secret } : null;
  const identity = siemCert && siemKey ? joinTls(siemCert, siemKey) : null;
  return { siem: { syslog, https, ca: siemCa?.pem ?? null, identity } };
}
