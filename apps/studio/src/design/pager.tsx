import { Button } from './button.js';

interface Props {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** The way through the pages of a table; nothing where there is one. */
export function Pager({ page, pages, onPage }: Props) {
  if (pages <= 1) return null;
  return (
    <div class="row pager">
      <Button onClick={() => onPage(page - 1)} disabled={page === 0}>
        Previous
      </Button>
      <span aria-live="polite">
        Page {page + 1} of {pages}
      </span>
      <Button onClick={() => onPage(page + 1)} disabled={page >= pages - 1}>
        Next
      </Button>
    </div>
  );
}
