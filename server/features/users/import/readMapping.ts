import Type from 'typebox';
import { Value } from 'typebox/value';
import { IMPORT_FIELDS } from '../../../../contract/importFields.ts';
import type { ImportMapping } from '../../../../contract/importFields.ts';
import { nullable } from '../../../../contract/schemas.ts';
import { ImportFieldName } from '../../../../contract/operations/userSchemas.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import { refuse } from '../../../refusal.ts';

const EXAMPLE = '{"E-Mail":"email","Cost centre":null}';

const Mapping = Type.Record(Type.String(), nullable(ImportFieldName));

/** Which column is which, from its JSON. Refuses what is no such thing, with an example. */
export function readMapping(text: string): ImportMapping {
  const mapping = parsed(text);
  if (Value.Check(Mapping, mapping)) return mapping;
  const detail = sentence('answers/users', 'mappingUnread', {
    example: EXAMPLE,
    fields: IMPORT_FIELDS.join(', '),
  });
  throw refuse('invalid_input', { detail, fields: { mapping: detail } });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
