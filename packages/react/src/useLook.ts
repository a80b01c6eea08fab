'use client'

import { toLook } from '@crm-chat/core/appearance'
import type { LookOptions, LookPart } from '@crm-chat/core/look'
import type { CSSProperties } from 'react'
import type { LookProps } from './lookProps.ts'
import { useProvided } from './useChat.ts'
import { useWords } from './useWords.ts'

/** Attributes of one element. */
export interface LookAttributes {
  className: string
  style: CSSProperties
}

/** Look of a component's parts. */
export interface Look {
  /** Attributes of a part. Classes besides its own are those that it shares with others. */
  part: (name: LookPart, className?: string) => LookAttributes
  /** Attributes of the outermost part. */
  root: (name: LookPart, className?: string) => LookAttributes & { dir: LookProps['dir']; lang: string | undefined }
}

/** Puts together the look of a component and that of the provider above. */
export function useLook(own: LookOptions<CSSProperties> & Pick<LookProps, 'dir'>): Look {
  const { lang, dir } = useWords()
  const { look } = useProvided()
  const looks = [look, own]
  return {
    part: (part, kitClass) => toLook({ part, kitClass, looks }),
    root: (part, kitClass = 'cc-root') => ({
      ...toLook({ part, kitClass, looks, isRoot: true }),
      lang,
      dir: own.dir ?? look.dir ?? dir,
    }),
  }
}
