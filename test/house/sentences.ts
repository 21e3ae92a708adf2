import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

const root = join(import.meta.dirname, '..', '..');

export interface Found {
  file: string;
  line: number;
  text: string;
}

/** Attributes and properties whose text people read, whatever it looks like. */
const READ = new Set([
  'label',
  'title',
  'lead',
  'placeholder',
  'alt',
  'helperText',
  'hint',
  'caption',
  'empty',
  'question',
  'action',
  'aria-label',
  'aria-description',
  'ariaLabel',
  'primary',
  'secondary',
  'tooltip',
  'heading',
  'word',
  'words',
]);

/** Calls whose text nobody reads but who runs or builds the program. */
const UNREAD_CALLS =
  /(^|\.)(super|Error|TypeError|RangeError|DatabaseUnavailable|PolicyBroken|debug|info|warn|error|trace|fatal|sql|raw|describe|expect|matches|query|keyedHash)$/;

const SENTENCE = /^[\s“"(]*\p{Lu}[\p{L}’'-]*,? [\p{L}\d“(]|[\p{Ll}] [\p{L}’ -]+ [\p{L}’ -]+[.:?!…]?$/u;
/** A column by another name. */
const ALIAS = /^\w+(\.\w+)? as \w+$/;
const COLOUR = /^#[\dA-F]+$/;
/** How an edge is drawn. */
const EDGE = /^\dpx solid \w+$/;
/** Two letters in a row make a word; an address that shows how one is written is none. */
const WORD = /^(?!\S+[.@]\S+$).*\p{L}{2,}/su;

/** Text in a source that a person would read where it stands: what belongs into contract/words. */
export function sentencesIn(file: string, source: string): Found[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'cannot be read'}`);
  const found: Found[] = [];
  const note = (start: number, text: string): void => {
    found.push({ file, line: source.slice(0, start).split('\n').length, text: text.trim() });
  };
  const skipped = new Set<number>();
  const skipWithin = (node: unknown): void => {
    JSON.stringify(node, (key, value: unknown) => {
      if (key === 'start' && typeof value === 'number') skipped.add(value);
      return typeof value === 'bigint' ? String(value) : value;
    });
  };
  new Visitor({
    ImportDeclaration: skipWithin,
    ExportNamedDeclaration: (node) => {
      if (node.source) skipWithin(node.source);
    },
    TSLiteralType: skipWithin,
    TaggedTemplateExpression: (node) => skipWithin(node.quasi.quasis),
    NewExpression: (node) => {
      if (UNREAD_CALLS.test(source.slice(node.callee.start, node.callee.end))) skipWithin(node.arguments);
    },
    CallExpression: (node) => {
      if (UNREAD_CALLS.test(source.slice(node.callee.start, node.callee.end))) skipWithin(node.arguments);
    },
    JSXText: (node) => {
      if (WORD.test(node.value)) note(node.start, node.value);
    },
    JSXAttribute: (node) => {
      const name = source.slice(node.name.start, node.name.end);
      if (node.value?.type === 'Literal' && typeof node.value.value === 'string') {
        if (READ.has(name) && WORD.test(node.value.value)) note(node.value.start, node.value.value);
        skipped.add(node.value.start);
      }
    },
    Property: (node) => {
      const name = source.slice(node.key.start, node.key.end);
      if (
        node.value.type === 'Literal' &&
        typeof node.value.value === 'string' &&
        READ.has(name) &&
        /\p{Lu}|\s/u.test(node.value.value) &&
        WORD.test(node.value.value) &&
        !COLOUR.test(node.value.value)
      ) {
        if (!SENTENCE.test(node.value.value)) note(node.value.start, node.value.value);
      }
    },
    Literal: (node) => {
      if (
        typeof node.value === 'string' &&
        !skipped.has(node.start) &&
        SENTENCE.test(node.value) &&
        !ALIAS.test(node.value) &&
        !EDGE.test(node.value)
      )
        note(node.start, node.value);
    },
    TemplateElement: (node) => {
      if (!skipped.has(node.start) && SENTENCE.test(node.value.cooked ?? ''))
        note(node.start, node.value.cooked ?? '');
    },
  }).visit(program);
  return found;
}

/** Every source that runs, but the catalogue itself. */
export function sentencesOf(folders: readonly string[]): Found[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.startsWith('contract/words/'))
    .toSorted()
    .flatMap((file) => sentencesIn(file, readFileSync(join(root, file), 'utf8')));
}
