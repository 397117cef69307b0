import type { View } from './plane.js';
import { Choice } from '../../design/choice.js';
import type { SearchSpace } from './search-space.js';

interface Props {
  readonly space: SearchSpace;
  readonly view: View;
  readonly onChange: (view: View) => void;
}

const LINE = 'line';

/** Which axes are shown, and at which values the others are held. */
export function ViewPickers({ space: { axes }, view, onChange }: Props) {
  if (axes.length < 2) return null;
  const names = axes.map(({ name }, axis) => [String(axis), name] as const);
  const held = axes.map((_axis, axis) => axis).filter((axis) => axis !== view.across && axis !== view.up);
  const chooseAcross = (across: number): void => onChange({ ...view, across, up: view.up === across ? view.across : view.up });
  const chooseUp = (up: number): void =>
    onChange({ ...view, up, across: view.across === up && view.up !== undefined ? view.up : view.across });
  const hold = (axis: number, place: number): void => onChange({ ...view, held: view.held.map((each, i) => (i === axis ? place : each)) });
  return (
    <>
      <Choice isNamed label="Across" value={String(view.across)} options={names} onChange={(axis) => chooseAcross(Number(axis))} />
      <Choice
        isNamed
        label="Up"
        value={view.up === undefined ? LINE : String(view.up)}
        options={[...names.filter(([axis]) => view.up !== undefined || axis !== String(view.across)), [LINE, 'nothing: a line']]}
        onChange={(axis) => (axis === LINE ? onChange({ ...view, up: undefined }) : chooseUp(Number(axis)))}
      />
      {held.map((axis) => (
        <Choice
          isNamed
          key={axis}
          label={axes[axis]!.name}
          value={String(view.held[axis])}
          options={axes[axis]!.labels.map((label, place) => [String(place), label] as const)}
          onChange={(place) => hold(axis, Number(place))}
        />
      ))}
    </>
  );
}
