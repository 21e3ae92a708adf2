/** `npm run test:operators`: servers among real PostgreSQL clusters, PgBouncer and nginx, as an operator has them. */
import { installDebianPackages, installPackages, operatorsPackages } from './lib/install.mjs';
import { runBuffered } from './lib/shell.mjs';

if (!installPackages()) process.exit(1);
installDebianPackages(operatorsPackages);
const args = ['run', '--config', 'test/operators.vitest.config.ts', ...process.argv.slice(2)];
const { ok, output } = await runBuffered('vitest', args, {});
console.log(output.trimEnd());
process.exitCode = ok ? 0 : 1;
