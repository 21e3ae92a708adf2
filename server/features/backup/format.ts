import { sentence } from '../../../contract/words/sentence.ts';
import Type from 'typebox';
import type { Static } from 'typebox';
import { Failure } from '../../failure.ts';

/** The first line of every backup; the second is a `Head`. What follows is sealed: gzip of one JSON value a line. */
export const MAGIC = 'gatehouse-backup 1\n';

/** What a backup says to anybody: by which key it is sealed, and where it is in there, the key. */
export const Head = Type.Object(
  {
    keyVersion: Type.Integer(),
    fingerprint: Type.String(),
    salt: Type.String(),
    keys: Type.Optional(
      Type.Object({
        memoryCost: Type.Integer(),
        timeCost: Type.Integer(),
        salt: Type.String(),
        iv: Type.String(),
        sealed: Type.String(),
      }),
    ),
  },
  { additionalProperties: false },
);
export type Head = Static<typeof Head>;

/** The first line inside: what the backup is of. */
export const Manifest = Type.Object({
  format: Type.Literal(1),
  /** Of the product. */
  version: Type.String(),
  /** UTC ms. */
  madeAt: Type.Integer(),
  organisation: Type.String(),
  dialect: Type.Union([Type.Literal('sqlite'), Type.Literal('postgres')]),
  /** Names of migrations. */
  schema: Type.Array(Type.String()),
  /** Rows of each table. */
  counts: Type.Record(Type.String(), Type.Integer()),
  /** Where the audit log ended. */
  head: Type.Object({ sequence: Type.Integer(), hash: Type.String(), checkpoints: Type.Integer() }),
});
export type Manifest = Static<typeof Manifest>;

/** Before the rows of a table, each of which is an array of values. */
export const TableLine = Type.Object({ table: Type.String(), columns: Type.Array(Type.String()) });
export const RowLine = Type.Array(Type.Union([Type.String(), Type.Number(), Type.Null()]));
/** The last line: SHA-256 of all lines before it. */
export const EndLine = Type.Object({ rows: Type.Integer(), sha256: Type.String() });

/** The file isn't a backup, or not as it was written. */
export class BackupBroken extends Failure {
  constructor(file: string, cause?: unknown) {
    super(sentence('backup', 'broken', { file }), { cause });
    this.name = 'BackupBroken';
  }
}

/** What is done by now, for whoever waits. */
export type Progress = (done: { rows: number; of: number }) => void;
