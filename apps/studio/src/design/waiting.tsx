/** Something is on its way: said in words, in a place that is as tall as what comes. */
export function Waiting({ what, height }: { readonly what: string; readonly height?: number }) {
  return (
    <p class="waiting" role="status" style={height === undefined ? undefined : { minHeight: height }}>
      {what} …
    </p>
  );
}
