import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

interface ButtonProps extends ButtonHTMLAttributes {
  /** `primary`: what the view is for, one a view. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly children: ComponentChildren;
}

export function Button({ kind = 'plain', type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} class={`button ${kind}`}>
      {children}
    </button>
  );
}
