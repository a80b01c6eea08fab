import type { ComponentProps, ReactNode } from 'react'

/** Props of {@link Button}. */
export interface ButtonProps extends ComponentProps<'button'> {
  /** @default 'plain' */
  look?: keyof typeof looks
}

/** A button with a text label. */
export function Button({ look = 'plain', className = '', type = 'button', ...props }: ButtonProps): ReactNode {
  return <button {...props} type={type} className={`${base} ${looks[look]} ${className}`} />
}

const base =
  'inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md border px-3 font-medium whitespace-nowrap transition disabled:opacity-60 pointer-coarse:h-11'

const looks = {
  plain: 'border-line bg-raised text-ink shadow-card hover:bg-sunken',
  primary: 'border-transparent bg-accent text-on-accent shadow-card hover:bg-accent-strong',
  danger: 'border-transparent bg-danger text-on-danger shadow-card hover:opacity-90',
  quiet: 'border-transparent text-soft hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink',
}
