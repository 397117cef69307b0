import { useState } from 'preact/hooks';
import type { Json } from '../config/json.js';
import { textOf } from './typed-value.js';

interface Typed {
  readonly value: string;
  readonly onInput: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onBlur: () => void;
}

/** A text control over a value: what is being typed stays as it is typed until the control is left. */
export function useTyped(
  value: Json | undefined,
  read: (text: string) => Json | undefined,
  onValue: (value: Json | undefined) => void,
): Typed {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? textOf(value),
    onInput: ({ currentTarget }) => {
      setTyped(currentTarget.value);
      onValue(read(currentTarget.value));
    },
    onBlur: () => setTyped(undefined),
  };
}
