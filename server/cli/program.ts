import { Command } from 'commander';
import { OPTIONAL_FIELDS } from '../../contract/importFields.ts';
import { LANGUAGE_TAGS } from '../../contract/words/languages.ts';
import { textFault } from '../../contract/text.ts';
import type { Say } from '../../contract/words/say.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Rooms } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { version } from '../version.ts';
import { WrongUse } from '../failure.ts';
import { misuse } from './misuse.ts';
import {
  BACKUPS,
  CHECKPOINTS,
  DKIM,
  LISTENING,
  MAILING,
  METRICS,
  PLACE,
  SIEM,
  withOptions,
} from './options.ts';
import { readConfigFile } from './configFile.ts';
import type { FileValues } from './configFile.ts';
import { readOptions } from './readOptions.ts';
import type { Given } from './readOptions.ts';

type Flags = Record<string, unknown>;
type SayOptions = Say<Rooms['options']>;

const CSV_HEADER = 'username,email,name,department,role,phone,mobile,manager';

const SERVE = [
  ...PLACE,
  ...LISTENING,
  ...MAILING,
  ...DKIM,
  ...CHECKPOINTS,
  ...SIEM,
  ...METRICS,
  ...BACKUPS,
] as const;
const INIT = [...PLACE, 'organisation', 'admin', 'adminEmail', 'adminName'] as const;
interface ImportFlags {
  dryRun?: true;
  initialPasswordStdin?: true;
  leaveOutBadValues?: true;
  leaveOut?: string;
  mapping?: string;
  whole?: true;
  goneAtMost?: string;
}
const IMPORT = [...PLACE, ...MAILING, 'country'] as const;
const SAMPLE = [...PLACE, ...LISTENING, 'users'] as const;
const RECOVER = [...PLACE, ...MAILING] as const;
const RESTORE = [...PLACE, ...CHECKPOINTS, 'writeKey'] as const;
const DOCTOR = [...PLACE, ...MAILING, ...CHECKPOINTS, ...SIEM, 'tlsCert'] as const;
const VERIFY = [...PLACE, ...CHECKPOINTS, 'publicKey'] as const;

interface RestoreFlags {
  accept?: true;
  dryRun?: true;
  replace?: true;
  since?: string;
  json?: true;
}

/**
 * The command line as a table. Each command's code is loaded when it runs: a server starts in a moment. Before that all of its
 * options and variables are judged.
 */
export function createProgram(env: NodeJS.ProcessEnv, voice: Voice, config?: string): Command {
  // Not before a command runs: help doesn't need it.
  let configured: FileValues | null | undefined;
  const given = (options: Flags): Given => ({
    options,
    env,
    file: () => (configured ??= readConfigFile(config ?? (env['GATEHOUSE_CONFIG'] || undefined))),
  });
  const say = voice.say('options');
  const program = new Command('gatehouse')
    .description(say('program'))
    .version(version, '-V, --version', say('showVersion'))
    .configureHelp({ styleTitle: (title) => titleOf(title, say) })
    .helpOption('-h, --help', say('showHelp'))
    .helpCommand('help [command]', say('showHelp'))
    .showHelpAfterError(say('howUsed'))
    .configureOutput({
      outputError: (text, write) =>
        write(
          misuse(text)
            .map((said) => voice.write(said))
            .join('\n'),
        ),
    })
    .exitOverride();

  withOptions(program.command('serve'), SERVE, voice)
    .description(say('serve'))
    .action(async (options: Flags) => {
      const values = await readOptions(SERVE, given(options));
      const { serve } = await import('./serve.ts');
      await serve(values, voice);
    });

  withOptions(program.command('init'), INIT, voice)
    .description(say('init'))
    .action(async (options: Flags) => {
      const values = await readOptions(INIT, given(options));
      const { init } = await import('./init.ts');
      await init(values, voice);
    });

  withOptions(program.command('migrate'), PLACE, voice)
    .description(say('migrate'))
    .option('--dry-run', say('dryMigrate'))
    .action(async (options: Flags & { dryRun?: true }) => {
      const values = await readOptions(PLACE, given(options));
      const { migrateSchema } = await import('./migrate.ts');
      await migrateSchema({ ...values, dryRun: options.dryRun }, voice);
    });

  withOptions(program.command('backup'), PLACE, voice)
    .description(say('backup'))
    .argument('<file>', say('backupFile'))
    .option('--with-key', say('withKey'))
    .option('--json', say('json'))
    .action(async (file: string, options: Flags & { withKey?: true; json?: true }) => {
      const { withKey, json } = options;
      const values = await readOptions(PLACE, given(options));
      const { backup } = await import('./backup.ts');
      await backup(file, { ...values, withKey, json }, voice);
    });

  withOptions(program.command('verify-backup'), PLACE, voice)
    .description(say('verifyBackup'))
    .argument('<file>', say('backupThere'))
    .option('--json', say('json'))
    .action(async (file: string, options: Flags & { json?: true }) => {
      const values = await readOptions(PLACE, given(options));
      const { verifyBackup } = await import('./backup.ts');
      await verifyBackup(file, { ...values, json: options.json }, voice);
    });

  withOptions(program.command('restore'), RESTORE, voice)
    .description(say('restore'))
    .argument('[file]', say('backupThere'))
    .option('--accept', say('accept'))
    .option('--dry-run', say('dryRestore'))
    .option('--replace', say('replace'))
    .option('--since <export>', say('since'))
    .option('--json', say('json'))
    .action(async (file: string | undefined, options: Flags & RestoreFlags) => {
      const { accept, dryRun, replace, since, json } = options;
      const isAlone = file === undefined && dryRun === undefined && replace === undefined;
      if ((file === undefined && accept === undefined) || (accept && !isAlone))
        throw new WrongUse(sentence('backup', 'fileOrAccept'));
      const values = await readOptions(RESTORE, given(options));
      const { acceptPutBack, restore } = await import('./restore.ts');
      if (file === undefined) await acceptPutBack({ ...values, since, json }, voice);
      else await restore(file, { ...values, dryRun, replace, since, json }, voice);
    });

  withOptions(program.command('doctor'), DOCTOR, voice)
    .description(say('doctor'))
    .option('--json', say('json'))
    .action(async (options: Flags & { json?: true }) => {
      const values = await readOptions(DOCTOR, given(options));
      const { doctor } = await import('./doctor.ts');
      await doctor({ ...values, json: options.json }, voice);
    });

  withOptions(program.command('config'), SERVE, voice)
    .description(say('config'))
    .option('--json', say('json'))
    .action(async (options: Flags & { json?: true }) => {
      await readOptions(SERVE, given(options));
      const { showConfig } = await import('./config.ts');
      showConfig(SERVE, given(options), options.json === true, voice);
    });

  withOptions(program.command('import-users'), IMPORT, voice)
    .description(say('importUsers'))
    .argument('<file>', say('csvFile', { header: CSV_HEADER }))
    .option('--dry-run', say('dryImport'))
    .option('--initial-password-stdin', say('initialPassword'))
    .option('--leave-out-bad-values', say('leaveOutBadValues'))
    .option('--leave-out <fields>', say('leaveOutFields', { fields: OPTIONAL_FIELDS.join(', ') }))
    .option('--mapping <json>', say('mapping', { example: '{"E-Mail":"email"}' }))
    .option('--whole', say('wholeFile'))
    .option('--gone-at-most <number>', say('goneAtMost'))
    .action(async (file: string, options: Flags & ImportFlags) => {
      const values = await readOptions(IMPORT, given(options));
      const { importFile } = await import('./importUsers.ts');
      const { dryRun, initialPasswordStdin, leaveOutBadValues, leaveOut, mapping, whole, goneAtMost } =
        options;
      const how = { dryRun, initialPasswordStdin, leaveOutBadValues, leaveOut, mapping, whole, goneAtMost };
      await importFile(file, { ...values, ...how }, voice);
    });

  withOptions(program.command('sample'), SAMPLE, voice, { data: sentence('options', 'sampleData') })
    .description(say('sample'))
    .action(async (options: Flags) => {
      const values = await readOptions(SAMPLE, given(options));
      const { sample } = await import('./sample.ts');
      await sample(values, voice);
    });

  withOptions(program.command('recover'), RECOVER, voice)
    .description(say('recover'))
    .argument('<username>')
    .option('--unlock', say('unlock'))
    .action(async (name: string, options: Flags & { unlock?: true }) => {
      const fault = textFault(name, 'address');
      if (fault) throw new WrongUse(sentence('cli', 'hiddenInUsername', { what: fault }));
      const values = await readOptions(RECOVER, given(options));
      const { recoverUser } = await import('./recover.ts');
      await recoverUser(name, { ...values, unlock: options.unlock }, voice);
    });

  const audit = program.command('audit').description(say('audit'));
  withOptions(audit.command('verify'), VERIFY, voice)
    .description(say('verify'))
    .argument('[export]', say('exportFile'))
    .action(async (file: string | undefined, options: Flags) => {
      const values = await readOptions(VERIFY, given(options));
      const { verifyAudit } = await import('./audit.ts');
      await verifyAudit(file, values, voice);
    });
  withOptions(audit.command('key'), PLACE, voice)
    .description(say('auditKey'))
    .action(async (options: Flags) => {
      const values = await readOptions(PLACE, given(options));
      const { printAuditKey } = await import('./audit.ts');
      await printAuditKey(values);
    });

  const keys = program.command('keys').description(say('keys'));
  keys
    .command('create')
    .description(say('createKey'))
    .argument('<file>', say('newKeyFile'))
    .action(async (file: string) => {
      const { createKey } = await import('./keys.ts');
      createKey(file, voice);
    });
  withOptions(keys.command('check'), PLACE, voice)
    .description(say('checkKey'))
    .action(async (options: Flags) => {
      const values = await readOptions(PLACE, given(options));
      const { checkKeys } = await import('./keys.ts');
      await checkKeys(values, voice);
    });
  withOptions(keys.command('rotate'), PLACE, voice)
    .description(say('rotateKey'))
    .option('--prepare', say('prepareKey'))
    .option('--json', say('json'))
    .action(async (options: Flags & { prepare?: true; json?: true }) => {
      const { prepare, json } = options;
      const values = await readOptions(PLACE, given(options));
      const { rotateKey } = await import('./keys.ts');
      await rotateKey({ ...values, prepare, json }, voice);
    });

  for (const command of withAll(program)) {
    command.option('--config <file>', say('configOption', { usual: '/etc/gatehouse/gatehouse.toml' }));
    command.option('--language <tag>', say('languageOption', { known: LANGUAGE_TAGS.join(', ') }));
  }
  return program;
}

/** The headings of help are commander's own, in English. */
function titleOf(title: string, say: SayOptions): string {
  const titles: Record<string, string> = {
    'Usage:': say('usage'),
    'Arguments:': say('arguments'),
    'Options:': say('options'),
    'Commands:': say('commands'),
  };
  return titles[title] ?? title;
}

const withAll = (command: Command): Command[] => [command, ...command.commands.flatMap(withAll)];

/**
 * Refuses a command that there is not, also where help is asked for: commander would answer with the help of what stands
 * above it, as if all were well. Throws `WrongUse`.
 */
export function refuseUnknownCommand(program: Command, args: readonly string[]): void {
  let command = program;
  for (const word of args) {
    if (command.commands.length === 0 || (word.startsWith('-') && !HELP.includes(word))) return;
    if (HELP.includes(word)) continue;
    const named = command.commands.find((known) => known.name() === word);
    if (!named) {
      const above = [program.name(), ...(command === program ? [] : [command.name()])].join(' ');
      throw new WrongUse(sentence('cli', 'unknownCommand', { word, above }));
    }
    command = named;
  }
}

const HELP: readonly string[] = ['help', '--help', '-h'];
