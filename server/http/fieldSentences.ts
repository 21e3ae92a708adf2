import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { textFault } from '../../contract/text.ts';
import type { TextFormat } from '../../contract/text.ts';
import { inEnglish } from '../words.ts';

// Where the field at fault is not the one that the path leads to.
const NAMED_BY: Record<string, string> = {
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
};

/** One clear sentence a field, from what the validator found. Nested fields are named by their path. */
export function fieldSentences(errors: readonly FastifySchemaValidationError[]): Record<string, string> {
  const fields: Record<string, string> = {};
  // What nobody sees first: the other sentences about the same text would send people looking for what looks right.
  const hiddenFirst = errors.toSorted((a, b) => Number(isHidden(b)) - Number(isHidden(a)));
  for (const error of hiddenFirst) {
    const named = error.params[NAMED_BY[error.keyword] ?? ''];
    const path = [
      ...error.instancePath.split('/').filter(Boolean),
      ...(typeof named === 'string' ? [named] : []),
    ].join('.');
    // A union reports each of its branches: the first sentence for a field is the one that helps.
    fields[path || 'body'] ??= sentence(error);
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

/** Of the formats that come with the validator. */
const FORMAT_SENTENCES: Record<string, string> = {
  'date-time': 'This must be a time in UTC, such as 2026-11-29T13:05:00Z.',
};
const OTHER_FORM = 'This is not in the form that is expected here.';

function sentence(error: FastifySchemaValidationError): string {
  const { keyword, params, instancePath } = error;
  switch (keyword) {
    case 'format': {
      const { format } = params;
      if (!isTextFormat(format)) return FORMAT_SENTENCES[String(format)] ?? OTHER_FORM;
      const text: unknown = Reflect.get(error, 'data');
      const fault = textFault(String(text), format);
      return fault
        ? `This holds ${inEnglish(fault)}. Type it again without it.`
        : 'This is not as it should be.';
    }
    case 'required':
      return 'This is missing.';
    case 'additionalProperties':
      return `“${String(params['additionalProperty'])}” is not known here.`;
    case 'type':
      return `This must be ${articleFor(String(params['type']))}.`;
    case 'minLength':
      return Reflect.get(error, 'data') === '' ? 'This is empty.' : OTHER_FORM;
    case 'maxLength':
      return `This is too long: at most ${String(params['limit'])} characters.`;
    case 'pattern':
      return /phone|mobile/i.test(instancePath)
        ? 'A phone number begins with + and the country code, then digits only, e.g. +441632960123.'
        : OTHER_FORM;
    case 'enum':
      return 'This is not one of the values that can be chosen.';
    case 'minimum':
    case 'maximum':
      return `This must be ${String(params['comparison'])} ${String(params['limit'])}.`;
    default:
      return 'This is not as it should be.';
  }
}

function articleFor(type: string): string {
  return type === 'integer'
    ? 'a whole number'
    : type === 'object' || type === 'array'
      ? `an ${type}`
      : `a ${type}`;
}
