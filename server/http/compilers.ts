import AjvCompiler from '@fastify/ajv-compiler';
import SerializerSelector from '@fastify/fast-json-stringify-compiler';

const buildValidator = AjvCompiler();
const buildSerializer = SerializerSelector();

/** What a schema was compiled to: every server of one process compiles alike, and tests make hundreds. */
function once<Made>() {
  const known = new WeakMap<object, Made>();
  return (schema: object, make: () => Made): Made => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    const made = make();
    known.set(schema, made);
    return made;
  };
}
/** Of a route, as Fastify hands it over; its types say less. */
const schemaOf = (definition: unknown) => (definition as { schema: object }).schema;

const validators = once<ReturnType<ReturnType<typeof buildValidator>>>();
const serializers = once<ReturnType<ReturnType<typeof buildSerializer>>>();

/**
 * Fastify's own compilers, asked for a schema when its first request or answer comes: compiling all of them was a third of
 * a start, and most processes meet a few.
 */
export const lazyCompilers = {
  buildValidator: ((externalSchemas, options) => {
    const compile = buildValidator(externalSchemas, options);
    return (definition) => {
      let compiled: ReturnType<typeof compile> | undefined;
      const validate = Object.assign(
        (data: unknown) => {
          compiled ??= validators(schemaOf(definition), () => compile(definition));
          const verdict: unknown = compiled(data);
          // Where Fastify looks for what was wrong.
          validate.errors = compiled.errors;
          return verdict;
        },
        { errors: null as ReturnType<typeof compile>['errors'] },
      );
      return validate as ReturnType<typeof compile>;
    };
  }) satisfies typeof buildValidator,
  buildSerializer: ((externalSchemas, options) => {
    const compile = buildSerializer(externalSchemas, options);
    return (definition) => {
      let compiled: ReturnType<typeof compile> | undefined;
      return (data) => {
        compiled ??= serializers(schemaOf(definition), () => compile(definition));
        return compiled(data);
      };
    };
  }) satisfies typeof buildSerializer,
};
