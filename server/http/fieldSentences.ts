import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { textFault } from '../../contract/text.ts';
import type { TextFormat } from '../../contract/text.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';

// Where the field at fault is not the one that the path leads to.
const NAMED_BY: Record<string, string> = {
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
};

/** One clear sentence a field, from what the validator found. Nested fields are named by their path. */
export function fieldSentences(errors: readonly FastifySchemaValidationError[]): Record<string, Sentence> {
  const fields: Record<string, Sentence> = {};
  // What nobody sees first: the other sentences about the same text would send people looking for what looks right.
  const hiddenFirst = errors.toSorted((a, b) => Number(isHidden(b)) - Number(isHidden(a)));
  for (const error of hiddenFirst) {
    const named = error.params[NAMED_BY[error.keyword] ?? ''];
    const path = [
      ...error.instancePath.split('/').filter(Boolean),
      ...(typeof named === 'string' ? [named] : []),
    ].join('.');
    // A union reports each of its branches: the first sentence for a field is the one that helps.
    fields[path || 'body'] ??= sentenceOf(error);
  }
  return fields;
}

/**
 * The formats of the contract for the validator, which has to be `verbose`: the sentence names a place in the text. Ajv lets
 * everything else in them pass.
 */
export const TEXT_FORMATS = {
  text: (value: string) => textFault(value, 'text') === null,
  address: (value: string) => textFault(value, 'address') === null,
} satisfies Record<TextFormat, (value: string) => boolean>;

const isTextFormat = (format: unknown): format is TextFormat => format === 'text' || format === 'address';
const isHidden = ({ keyword, params }: FastifySchemaValidationError): boolean =>
  keyword === 'format' && isTextFormat(params['format']);

function sentenceOf(error: FastifySchemaValidationError): Sentence {
  const { keyword, params, instancePath } = error;
  const data: unknown = Reflect.get(error, 'data');
  switch (keyword) {
    case 'format':
      return formatSentence(params['format'], String(data));
    case 'required':
      return sentence('answers/http', 'missing');
    case 'additionalProperties':
      return sentence('answers/http', 'notKnown', { name: String(params['additionalProperty']) });
    case 'type':
      return sentence('answers/http', 'otherType', { type: typeWord(params['type']) });
    case 'minLength':
      return sentence('answers/http', data === '' ? 'empty' : 'otherForm');
    case 'maxLength':
      return sentence('answers/http', 'tooLong', { limit: Number(params['limit']) });
    case 'pattern':
      return sentence('answers/http', /phone|mobile/i.test(instancePath) ? 'phoneForm' : 'otherForm');
    case 'enum':
      return sentence('answers/http', 'noChoice');
    case 'minimum':
      return sentence('answers/http', 'atLeast', { limit: Number(params['limit']) });
    case 'maximum':
      return sentence('answers/http', 'atMost', { limit: Number(params['limit']) });
    default:
      return sentence('answers/http', 'notAsItShould');
  }
}

function formatSentence(format: unknown, text: string): Sentence {
  if (format === 'date-time') return sentence('answers/http', 'timeForm');
  const what = isTextFormat(format) ? textFault(text, format) : null;
  return what ? sentence('answers/http', 'hidden', { what }) : sentence('answers/http', 'otherForm');
}

const TYPES = ['integer', 'number', 'boolean', 'string', 'array', 'object'] as const;

const typeWord = (type: unknown): (typeof TYPES)[number] | 'other' =>
  TYPES.find((known) => known === type) ?? 'other';
