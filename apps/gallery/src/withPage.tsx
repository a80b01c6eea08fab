import type { Decorator } from '@storybook/react-vite'
import { useLayoutEffect } from 'react'

/** Sets the theme, the direction and the width of the page, as the toolbar has them. */
export const withPage: Decorator = (Story, { globals }) => {
  const { theme, width, locale } = globals
  const direction = globals.direction === 'auto' ? (locale === 'ar' ? 'rtl' : 'ltr') : globals.direction
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dir = direction
    documentElement.lang = 'en' // The pages around the components are not translated.
    if (theme === 'auto') delete documentElement.dataset.ccTheme
    else documentElement.dataset.ccTheme = theme
  }, [theme, direction])
  return (
    <div className="page" style={width === 'full' ? {} : { maxInlineSize: width }}>
      <Story />
    </div>
  )
}
