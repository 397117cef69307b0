import { useId, useState } from 'preact/hooks';

/** Shows where a file can be dropped (all of the page takes it), and chooses one. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const choose = (input: HTMLInputElement): void => {
    const file = input.files?.[0];
    input.value = ''; // the same file can be chosen again once it was mended
    if (file) onFile(file);
  };
  return (
    <div
      class={`drop-zone fades${isOver ? ' over' : ''}`}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <p>
        Drop a CSV or Parquet file here, or{' '}
        <label class="button" for={id}>
          choose a file
        </label>
        <input id={id} class="hidden" type="file" accept=".csv,.tsv,.txt,.gz,.parquet" onChange={(event) => choose(event.currentTarget)} />
      </p>
      <p class="soft">
        Needed are a time, open, high, low and close; volume and vwap are optional. Times without a zone are UTC. Nothing is stored before
        you have seen what was understood.
      </p>
    </div>
  );
}
