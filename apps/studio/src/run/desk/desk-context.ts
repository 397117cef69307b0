import type { DataSet } from '@projecta/client';
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Draft, Json } from '../config/json.js';
import type { Forms } from '../form/forms.js';

/** What the parts of the form work on. */
export interface Desk {
  readonly draft: Draft;
  readonly forms: Forms;
  readonly dataSets: readonly DataSet[];
  /** Puts a value into the config; undefined takes it out, so that its default holds. */
  set(pointer: string, value: Json | undefined): void;
  /** What is wrong at a place or within it; undefined where nothing is. */
  errorAt(pointer: string): string | undefined;
  /** Says that a field shows what is wrong at a place; what it returns takes that back. */
  claim(pointer: string): () => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A field stands outside of the form.');
  return desk;
}

/** What is wrong at a place, for the field that shows it. */
export function useErrorAt(pointer: string): string | undefined {
  const { claim, errorAt } = useDesk();
  useEffect(() => claim(pointer), [pointer]);
  return errorAt(pointer);
}
