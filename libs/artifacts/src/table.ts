/** Epoch milliseconds, UTC: whole numbers below 2^53 in a Float64Array; INT64 in files. */
export interface TimeColumn {
  readonly name: string;
  readonly kind: 'time';
  readonly values: Float64Array;
}

/** Doubles; every NaN has the one canonical pattern of bits. DOUBLE in files. */
export interface NumberColumn {
  readonly name: string;
  readonly kind: 'number';
  /** 0 where there is no value. */
  readonly values: Float64Array;
  /** 1 where there is a value, 0 where it is null; absent in a column that cannot have nulls. */
  readonly valid?: Uint8Array;
}

/** 1 is true, 0 is false. BOOLEAN in files. */
export interface FlagColumn {
  readonly name: string;
  readonly kind: 'flag';
  readonly values: Uint8Array;
}

/** Texts by code; UTF8 in files. */
export interface TextColumn {
  readonly name: string;
  readonly kind: 'text';
  /** Row by row an index into `texts`. */
  readonly codes: Uint32Array;
  /** Distinct, in the order of their first row. */
  readonly texts: readonly string[];
}

export type TableColumn = TimeColumn | NumberColumn | FlagColumn | TextColumn;

/** A table in memory: columns of one length. */
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
}
