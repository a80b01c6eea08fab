'use client'

import type { ExportStore } from '@crm-chat/core/admin'
import type { ReactNode } from 'react'
import { useMessageExports } from '../../query/useMessageExports.ts'
import { AdminSection } from '../AdminSection.tsx'
import type { AdminProps } from '../adminProps.ts'
import { Permitted } from '../Permitted.tsx'
import { ExportForm } from './ExportForm.tsx'
import { ExportList } from './ExportList.tsx'

/** Props of {@link MessageExport}. */
export interface MessageExportProps extends AdminProps {
  /** Place where the exports are kept that were asked for. @default the browser */
  store?: ExportStore | undefined
}

/**
 * Exports the messages of a period as a file, and shows the exports that were asked for. It needs TanStack Query and the
 * stylesheets `@crm-chat/react/styles.css` and `@crm-chat/react/admin.css`.
 * @operations createExport readExport
 * @example
 * <MessageExport />
 */
export function MessageExport({ store, ...section }: MessageExportProps): ReactNode {
  return (
    <AdminSection {...section} title={({ exportTitle, exportHint }) => ({ title: exportTitle, hint: exportHint })}>
      <Permitted
        capability="exports"
        reasons={({ exportForbidden, exportNotOffered }) => ({
          forbidden: exportForbidden,
          notOffered: exportNotOffered,
        })}
      >
        <Exports store={store} />
      </Permitted>
    </AdminSection>
  )
}

function Exports({ store }: Pick<MessageExportProps, 'store'>): ReactNode {
  const exports = useMessageExports({ store })
  return (
    <>
      <ExportForm create={exports.create} />
      <ExportList exports={exports} />
    </>
  )
}
