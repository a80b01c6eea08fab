import type { Export, ExportState } from '@crm-chat/protocol'
import type { MessagesDumpStatus, WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import type { BackendExports, BackendMedia } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'
import { readExpiry } from '../readExpiry.ts'

const describe = describeFields([
  ['start_at', 'from'],
  ['end_at', 'to'],
  ['channel_id', 'channelId'],
  ['export_id', 'exportId'],
])

const states: Readonly<Record<MessagesDumpStatus, ExportState>> = {
  pending: 'pending',
  processing: 'running',
  done: 'done',
  webhook_failed: 'done', // The file is there.
}

function toReason(status: MessagesDumpStatus): string | undefined {
  return status === 'webhook_failed' ? status : undefined // The others say no more than the state.
}

/** Exports of messages, as CSV files. The size of one is that of its file, as far as it is at the vendor's own hosts. */
export function createExports({ call }: Connection<WazzupTech>, { open }: Pick<BackendMedia, 'open'>): BackendExports {
  async function describeFile({ url, signal }: { url: string; signal: AbortSignal }): Promise<Partial<Export>> {
    const expiresAt = readExpiry(url)
    try {
      const { size, body } = await open({ mediaId: '', url, signal })
      await body.cancel()
      return { url, ...defined({ size, expiresAt }) }
    } catch {
      return { url, ...defined({ expiresAt }) } // The export is there all the same.
    }
  }

  return {
    async create({ from, to, channelId }): Promise<Export> {
      const parameters = { start_at: from, end_at: to, ...defined({ channel_id: channelId }) }
      const { export_id: id, status } = await call((wazzup) => wazzup.createMessagesDump(parameters), describe)
      return { id, state: states[status], ...defined({ reason: toReason(status) }) }
    },
    async read({ exportId: id, signal }): Promise<Export> {
      const { status, url } = await call((wazzup) => wazzup.fetchMessagesDump({ export_id: id }, { signal }), describe)
      const reason = toReason(status)
      return { id, state: states[status], ...defined({ reason }), ...(url && (await describeFile({ url, signal }))) }
    },
  }
}
