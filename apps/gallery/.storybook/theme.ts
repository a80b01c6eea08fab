import { create } from 'storybook/theming'

/** Look of the gallery itself. */
export const theme = create({
  base: 'light',
  brandTitle: 'crm-chat',
  brandUrl: './',
  fontBase: 'system-ui, "Segoe UI", sans-serif',
  colorPrimary: '#2d5bd7',
  colorSecondary: '#2d5bd7',
  appBg: '#f5f7fa',
  appBorderRadius: 10,
})
