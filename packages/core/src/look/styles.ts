/// <reference types="vite/client" />
import look from './look.css?inline'
import themesSheet from './themes.css?inline'

/** The stylesheet of both kits, for shadow roots. */
export const styles: string = look

/** The few rules of it that belong to the page, because a shadow root cannot see the page's `data-cc-theme`. */
export const themes: string = themesSheet
