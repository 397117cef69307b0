import type { ComponentChildren } from 'preact';

interface Props<Id extends string> {
  /** What is sorted by; a column without one cannot be. */
  readonly id: Id | undefined;
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly onSort: (id: Id) => void;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}

/** The head of a column by which a table can be sorted. */
export function SortHead<Id extends string>({ id, sorted, onSort, class: className, children }: Props<Id>) {
  if (id === undefined)
    return (
      <th scope="col" class={className}>
        {children}
      </th>
    );
  return (
    <th scope="col" class={className} aria-sort={sorted ?? 'none'}>
      <button type="button" onClick={() => onSort(id)}>
        {children}
      </button>
    </th>
  );
}
