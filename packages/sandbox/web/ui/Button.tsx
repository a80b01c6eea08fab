import type { ButtonHTMLAttributes } from 'react'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'main' | 'danger'
}

/** A button with a text label. */
export function Button({ look = 'plain', className = '', ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={`inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-lg px-3 text-[13px] font-medium whitespace-nowrap disabled:cursor-default disabled:opacity-50 ${looks[look]} ${className}`}
    />
  )
}

const looks = {
  plain: 'border border-line bg-surface hover:bg-hover',
  main: 'bg-accent text-on-accent hover:opacity-90',
  danger: 'border border-line bg-surface text-alert-ink hover:bg-alert-soft',
}
