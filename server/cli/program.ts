import { Command } from 'commander';
import { LANGUAGE_TAGS } from '../../contract/words/languages.ts';
import { textFault } from '../../contract/text.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { version } from '../version.ts';
import { WrongUse } from '../failure.ts';
import { CHECKPOINTS, LISTENING, MAILING, PLACE, withOptions } from './options.ts';
import { readOptions } from './readOptions.ts';

type Flags = Record<string, unknown>;

const SERVE = [...PLACE, ...LISTENING, ...MAILING, ...CHECKPOINTS] as const;
const INIT = [...PLACE, 'organisation', 'admin', 'adminEmail', 'adminName'] as const;
const IMPORT = [...PLACE, ...MAILING, 'country'] as const;
const SAMPLE = [...PLACE, ...LISTENING, 'users'] as const;
const RECOVER = [...PLACE, ...MAILING] as const;
const VERIFY = [...PLACE, ...CHECKPOINTS, 'publicKey'] as const;

/**
 * The command line as a table. Each command's code is loaded when it runs: a server starts in a moment. Before that all of its
 * options and variables are judged.
 */
export function createProgram(env: NodeJS.ProcessEnv, voice: Voice): Command {
  const program = new Command('gatehouse')
    .description('The server of an organisation’s console for multi-factor authentication.')
    .version(version)
    .showHelpAfterError('`gatehouse help COMMAND` tells how it is used.')
    .exitOverride();

  withOptions(program.command('serve'), SERVE)
    .description('run the server; an empty one prints a link that sets it up, once')
    .action(async (options: Flags) => {
      const values = await readOptions(SERVE, { options, env });
      const { serve } = await import('./serve.ts');
      await serve(values, voice);
    });

  withOptions(program.command('init'), INIT)
    .description('make the organisation and its first administrator; the password comes from standard input')
    .action(async (options: Flags) => {
      const values = await readOptions(INIT, { options, env });
      const { init } = await import('./init.ts');
      await init(values, voice);
    });

  withOptions(program.command('migrate'), PLACE)
    .description(
      'bring the schema of the database up to date, as a user who may; servers do it at their start',
    )
    .option('--dry-run', 'say what would be done, change nothing')
    .action(async (options: Flags & { dryRun?: true }) => {
      const values = await readOptions(PLACE, { options, env });
      const { migrateSchema } = await import('./migrate.ts');
      await migrateSchema({ ...values, dryRun: options.dryRun }, voice);
    });

  withOptions(program.command('import-users'), IMPORT)
    .description('import users from a CSV; rows that cannot be imported are listed and left out')
    .argument('<file>', 'CSV with the header username,email,name,department,role,phone,mobile,manager')
    .option('--dry-run', 'say what would happen, change nothing')
    .option(
      '--initial-password-stdin',
      'one password for all, from standard input, for trials: no links are mailed',
    )
    .action(async (file: string, options: Flags & { dryRun?: true; initialPasswordStdin?: true }) => {
      const { dryRun, initialPasswordStdin } = options;
      const values = await readOptions(IMPORT, { options, env });
      const { importFile } = await import('./importUsers.ts');
      await importFile(file, { ...values, dryRun, initialPasswordStdin }, voice);
    });

  withOptions(program.command('sample'), SAMPLE, {
    data: 'folder of the database and the key (a temporary one that goes at the end unless told)',
  })
    .description('serve a sample organisation on this machine, to look round in; its passwords are printed')
    .action(async (options: Flags) => {
      const values = await readOptions(SAMPLE, { options, env });
      const { sample } = await import('./sample.ts');
      await sample(values, voice);
    });

  withOptions(program.command('recover'), RECOVER)
    .description(
      'reset the MFA of a user who has no other way back, and print an activation code; all staff are told',
    )
    .argument('<username>')
    .option('--unlock', 'only unlock: the person still has the phone')
    .action(async (name: string, options: Flags & { unlock?: true }) => {
      const fault = textFault(name, 'address');
      if (fault) throw new WrongUse(sentence('cli', 'hiddenInUsername', { what: fault }));
      const values = await readOptions(RECOVER, { options, env });
      const { recoverUser } = await import('./recover.ts');
      await recoverUser(name, { ...values, unlock: options.unlock }, voice);
    });

  const audit = program.command('audit').description('the audit log');
  withOptions(audit.command('verify'), VERIFY)
    .description('verify the audit log, or an export of it')
    .argument('[export]', 'a file that was exported as jsonl; needs --public-key')
    .action(async (file: string | undefined, options: Flags) => {
      const values = await readOptions(VERIFY, { options, env });
      const { verifyAudit } = await import('./audit.ts');
      await verifyAudit(file, values, voice);
    });
  withOptions(audit.command('key'), PLACE)
    .description('print the public key that verifies exports of the audit log')
    .action(async (options: Flags) => {
      const values = await readOptions(PLACE, { options, env });
      const { printAuditKey } = await import('./audit.ts');
      await printAuditKey(values);
    });

  const keys = program.command('keys').description('the key that the database is sealed with');
  keys
    .command('create')
    .description('make a file with a new key, for a new database')
    .argument('<file>', 'where it is made, for your account only; a file that is there is left as it is')
    .action(async (file: string) => {
      const { createKey } = await import('./keys.ts');
      createKey(file, voice);
    });
  withOptions(keys.command('check'), PLACE)
    .description('say where the key comes from, its fingerprint, and whether it is the key of the database')
    .action(async (options: Flags) => {
      const values = await readOptions(PLACE, { options, env });
      const { checkKeys } = await import('./keys.ts');
      await checkKeys(values, voice);
    });

  for (const command of withAll(program)) {
    command.option(
      '--language <tag>',
      `language of what is said here: ${LANGUAGE_TAGS.join(', ')} (as LANG says unless told)`,
    );
  }
  return program;
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
