/** The look of the axes, the grid and the tooltip of all charts, in the colors of the theme. */
export const axisLook = {
  stroke: 'var(--color-line-strong)',
  tick: { fill: 'var(--color-soft)' },
  tickLine: false,
  axisLine: false,
  minTickGap: 32,
} as const

/** The look of the grid. */
export const gridLook = { vertical: false, stroke: 'var(--color-line)' } as const

/** The look of the tooltip. */
export const tooltipLook = {
  isAnimationActive: false,
  cursor: { stroke: 'var(--color-line-strong)', fill: 'var(--color-sunken)' },
  contentStyle: {
    background: 'var(--color-raised)',
    border: '1px solid var(--color-line)',
    borderRadius: 8,
    boxShadow: 'var(--shadow-float)',
    color: 'var(--color-ink)',
  },
  labelStyle: { color: 'var(--color-soft)' },
} as const
