interface Props {
  readonly figures: readonly { readonly name: string; readonly value: string }[];
}

/** A few numbers, large, each under its name. */
export function FigureList({ figures }: Props) {
  return (
    <dl class="figures">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
