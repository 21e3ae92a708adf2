import { Command } from 'commander';
import { usernameProblem } from '../domain/people/username.ts';
import { version } from '../version.ts';
import { WrongUse } from '../failure.ts';
import {
  count,
  country,
  email,
  line,
  withCheckpoints,
  withListening,
  withMailing,
  withPlace,
} from './options.ts';
import type { Checkpoints, Listening, Mailing, Place } from './options.ts';

/** The command line as a table. Each command's code is loaded when it runs: a server starts in a moment. */
export function createProgram(): Command {
  const program = new Command('gatehouse')
    .description('The server of an organisation’s console for multi-factor authentication.')
    .version(version)
    .showHelpAfterError('`gatehouse help COMMAND` tells how it is used.')
    .exitOverride();

  withCheckpoints(withMailing(withListening(withPlace(program.command('serve')))))
    .description('run the server; an empty one prints a link that sets it up, once')
    .action(async (options: Place & Listening & Mailing & Checkpoints) => {
      const { serve } = await import('./serve.ts');
      await serve(options);
    });

  withPlace(program.command('init'))
    .description('make the organisation and its first administrator; the password comes from standard input')
    .requiredOption('--organisation <name>', 'name of the organisation', line)
    .requiredOption('--admin <username>', 'username of the first administrator', username)
    .requiredOption('--admin-email <mail>', 'their e-mail address', email)
    .option('--admin-name <name>', 'their name; the username unless told', line)
    .action(
      async (
        options: Place & { organisation: string; admin: string; adminEmail: string; adminName?: string },
      ) => {
        const { init } = await import('./init.ts');
        await init(options);
      },
    );

  withPlace(program.command('migrate'))
    .description(
      'bring the schema of the database up to date, as a user who may; servers do it at their start',
    )
    .option('--dry-run', 'say what would be done, change nothing')
    .action(async (options: Place & { dryRun?: true }) => {
      const { migrateSchema } = await import('./migrate.ts');
      await migrateSchema(options);
    });

  withMailing(withPlace(program.command('import-users')))
    .description('import users from a CSV; rows that cannot be imported are listed and left out')
    .argument('<file>', 'CSV with the header username,email,name,department,role,phone,mobile,manager')
    .option('--dry-run', 'say what would happen, change nothing')
    .option(
      '--country <code>',
      'whose phone numbers they are, e.g. GB; the organisation’s unless told',
      country,
    )
    .option(
      '--initial-password-stdin',
      'one password for all, from standard input, for trials: no links are mailed',
    )
    .action(
      async (
        file: string,
        options: Place & Mailing & { dryRun?: true; country?: string; initialPasswordStdin?: true },
      ) => {
        const { importFile } = await import('./importUsers.ts');
        await importFile(file, options);
      },
    );

  withListening(withPlace(program.command('sample'), 'a temporary one that goes at the end'))
    .description('serve a sample organisation on this machine, to look round in; its passwords are printed')
    .option('--users <n>', 'how many people', count, 250)
    .action(async (options: Place & Listening & { users: number }) => {
      const { sample } = await import('./sample.ts');
      await sample(options);
    });

  withMailing(withPlace(program.command('recover')))
    .description(
      'reset the MFA of a user who has no other way back, and print an activation code; all staff are told',
    )
    .argument('<username>')
    .option('--unlock', 'only unlock: the person still has the phone')
    .action(async (name: string, options: Place & Mailing & { unlock?: true }) => {
      const { recoverUser } = await import('./recover.ts');
      await recoverUser(name, options);
    });

  const audit = program.command('audit').description('the audit log');
  withCheckpoints(withPlace(audit.command('verify')))
    .description('verify the audit log, or an export of it')
    .argument('[export]', 'a file that was exported as jsonl; needs --public-key')
    .option('--public-key <file>', 'of an export: what `gatehouse audit key` prints, or Settings shows')
    .action(async (file: string | undefined, options: Place & Checkpoints & { publicKey?: string }) => {
      const { verifyAudit } = await import('./audit.ts');
      await verifyAudit(file, options);
    });
  withPlace(audit.command('key'))
    .description('print the public key that verifies exports of the audit log')
    .action(async (options: Place) => {
      const { printAuditKey } = await import('./audit.ts');
      await printAuditKey(options);
    });

  const keys = program.command('keys').description('the key that the database is sealed with');
  keys
    .command('create')
    .description('make a file with a new key, for a new database')
    .argument('<file>', 'where it is made, for your account only; a file that is there is left as it is')
    .action(async (file: string) => {
      const { createKey } = await import('./keys.ts');
      createKey(file);
    });
  withPlace(keys.command('check'))
    .description('say where the key comes from, its fingerprint, and whether it is the key of the database')
    .action(async (options: Place) => {
      const { checkKeys } = await import('./keys.ts');
      await checkKeys(options);
    });

  return program;
}

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
      throw new WrongUse(`There is no command “${word}”. \`${above} help\` lists those that there are.`);
    }
    command = named;
  }
}

const HELP: readonly string[] = ['help', '--help', '-h'];

function username(text: string): string {
  const problem = usernameProblem(text);
  if (problem) throw new WrongUse(problem);
  return text;
}
