import type { Voice } from '../../contract/words/write.ts';
import { fileKey, isSecret } from './configFile.ts';
import { PRESETS } from './options.ts';
import { found } from './readOptions.ts';
import type { Given, Source } from './readOptions.ts';
import type { OptionName } from './specs.ts';

interface Shown {
  name: string;
  /** Null where nothing is set and nothing is usual. */
  value: string | null;
  from: Source | 'default';
  /** The option, variable or key that says it. */
  by: string | null;
}

/** Says what is in force and from where. Secrets are masked. */
export function showConfig(names: readonly OptionName[], given: Given, json: boolean, voice: Voice): void {
  const file = given.file?.() ?? null;
  const shown = names.map((name): Shown => {
    const value = found(name, given);
    if (!value) return { name: fileKey(name), value: PRESETS[name] ?? null, from: 'default', by: null };
    return { name: fileKey(name), value: masked(name, value.text()), from: value.from, by: value.named };
  });
  if (json) {
    console.log(JSON.stringify({ file: file?.path ?? null, options: shown }));
    return;
  }
  const say = voice.say('options');
  console.log(file === null ? say('noConfigFile') : say('configFileOf', { path: file.path }));
  const width = Math.max(...shown.map(({ name }) => name.length));
  for (const { name, value, from, by } of shown) {
    const where = by ?? (value === null ? say('unset') : say('preset'));
    console.log(`${name.padEnd(width)}  ${value ?? '-'}  (${from === 'default' ? where : by})`);
  }
}

/** SECURITY: passwords in addresses, keys, and the words of a command, which may be a token. */
function masked(name: OptionName, text: string): string {
  if (name === 'key') return '…';
  if (name === 'keyCommand') return `${text.split(/\s/)[0] ?? ''} …`;
  if (name === 'siemSecret') return '…';
  if (!isSecret(name)) return text;
  return text
    .replace(/^([a-z]+:\/\/[^:/?#@]*):.*@/i, '$1:…@')
    .replaceAll(/([?&][a-z]*password=)[^&]*/gi, '$1…');
}
