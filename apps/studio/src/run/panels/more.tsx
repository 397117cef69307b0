import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isObject, type Json } from '../config/json.js';
import { pointerOf, valueAt } from '../config/pointer.js';
import { useDesk } from '../desk/desk-context.js';

interface MoreProps {
  readonly title: string;
  /** The object whose fields these are, and those of its fields that stand elsewhere. */
  readonly within: string;
  readonly except: readonly string[];
  readonly children: ComponentChildren;
}

/** What most runs leave alone: open from the start where the config says something of it. Fields that are closed away show no errors; the list of the rest does. */
export function More({ title, within, except, children }: MoreProps) {
  const { draft } = useDesk();
  const isSaid = Object.keys(objectAt(valueAt(draft, within))).some((key) => !except.includes(within + pointerOf(key)));
  const [isOpen, setOpen] = useState(isSaid);
  return (
    <details class="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}

function objectAt(value: Json | undefined): object {
  return isObject(value) ? value : {};
}
