import type { ComponentProps, ReactNode } from 'react'

/** Props of {@link Button}. */
export interface ButtonProps extends ComponentProps<'button'> {
  /** @default 'plain' */
  look?: keyof typeof looks
}

/** A button with a text label. */
export function Button({ look = 'plain', className = '', type = 'button', ...props }: ButtonProps): ReactNode {
  return (
    <button
      {...props}
      type={type}
      className={`inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-lg px-3.5 font-medium whitespace-nowrap transition disabled:opacity-60 ${looks[look]} ${className}`}
    />
  )
}

const looks = {
  plain: 'border border-line bg-raised text-ink shadow-card hover:bg-sunken',
  primary: 'bg-accent text-on-accent shadow-card hover:bg-accent-strong',
}
