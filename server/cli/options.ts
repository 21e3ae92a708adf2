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
export const PLACE = ['data', 'databaseUrl', 'listenUrl', 'keyFile', 'key', 'logLevel'] as const;
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
/** Where checkpoints of the audit log go besides the data folder. */
export const CHECKPOINTS = ['checkpointTo'] as const;

/** A backup a day. */
export const BACKUPS = ['backupDir', 'backupAt', 'backupKeep'] as const;

export type Place = Values<(typeof PLACE)[number]>;
export type Listening = Values<(typeof LISTENING)[number]>;
export type Mailing = Values<(typeof MAILING)[number]>;
export type Checkpoints = Values<(typeof CHECKPOINTS)[number]>;
export type Backups = Values<(typeof BACKUPS)[number]>;

const DEFAULT_DATA = '.gatehouse';
const DEFAULT_PORT = 8470;
const DEFAULT_BACKUP_AT = 2 * 60;
const DEFAULT_BACKUP_KEEP = 14;

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
  const { data, databaseUrl, listenUrl, keyFile, key, logLevel } = options;
  const dataDir = data ?? (databaseUrl === undefined ? DEFAULT_DATA : undefined);
  return { dataDir, databaseUrl, listenUrl, keyFile, keyEnv: key, logLevel };
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
