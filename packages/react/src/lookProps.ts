import type { Appearance, LookPart } from '@crm-chat/core/look'
import type { CSSProperties } from 'react'

/** Look of a component, or of all components below a provider. */
export interface LookProps {
  /** Theme, variables, and styles of single parts. */
  appearance?: Appearance<CSSProperties> | undefined
  /** Classes of single parts. */
  classNames?: { readonly [Part in LookPart]?: string | undefined } | undefined
  /** Direction of the text. @default that of the page */
  dir?: 'ltr' | 'rtl' | undefined
}
