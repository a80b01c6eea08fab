import type { Export, ExportState } from '@crm-chat/protocol'
import type { MessagesDumpStatus, WazzupTech } from '@crm-chat/vendors/wazzup-tech'
import type { BackendExports } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { describeFields } from '../describeFields.ts'

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

/** Exports of messages, as CSV files. */
export function createExports({ call }: Connection<WazzupTech>): BackendExports {
  return {
    async create({ from, to, channelId }): Promise<Export> {
      const parameters = { start_at: from, end_at: to, ...defined({ channel_id: channelId }) }
      const { export_id: id, status } = await call((wazzup) => wazzup.createMessagesDump(parameters), describe)
      return { id, state: states[status] }
    },
    async read({ exportId: id, signal }): Promise<Export> {
      const { status, url } = await call((wazzup) => wazzup.fetchMessagesDump({ export_id: id }, { signal }), describe)
      return { id, state: states[status], ...defined({ url: url ?? undefined }) }
    },
  }
}
