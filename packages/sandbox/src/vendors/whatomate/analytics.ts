import { whatomateApp } from '@crm-chat/vendors/endpoints'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import type { Store } from '../../store/store.ts'
import { isPermitted } from './actor.ts'
import { countIn, listLatestMessages, type Period, type Source } from './counts.ts'
import { readPeriod, toPrevious } from './period.ts'
import { refuseWith, respondSuccess } from './respondSuccess.ts'
import { toTime } from './toContact.ts'
import { firstDay } from './users.ts'

/** The numbers on the dashboard: its widgets, and its totals in builds of 2025. @see Whatomate, "Analytics" */
export const analytics: Route[] = [
  defineRoute({
    endpoint: whatomateApp.listWidgets,
    handle: (call) => withPermission(call, () => respondSuccess(call, { widgets: widgets.map(toWidget) })),
  }),
  defineRoute({
    endpoint: whatomateApp.listWidgetDataSources,
    handle: (call) => respondSuccess(call, dataSources),
  }),
  defineRoute({
    endpoint: whatomateApp.fetchWidgetsData,
    handle: (call) =>
      withPermission(call, async () => {
        const { account, query, refuse } = call
        const period = readPeriod({ ...query, now: account.clock.now() })
        if (!period) return refuse(invalidDates)
        const entries = await Promise.all(
          widgets.map(async ({ id, source }) => [id, await toWidgetData(account.store, { id, source, period })]),
        )
        return respondSuccess(call, { data: Object.fromEntries(entries) })
      }),
  }),
  defineRoute({
    endpoint: whatomateApp.fetchDashboard,
    async handle(call) {
      const { account, query, refuse } = call
      const period = readPeriod({ ...query, now: account.clock.now() })
      if (!period) return refuse(invalidDates)
      const messages = await compare(account.store, { source: 'messages', period })
      const contacts = await compare(account.store, { source: 'contacts', period })
      return respondSuccess(call, {
        stats: {
          total_messages: messages.value,
          messages_change: messages.change,
          total_contacts: contacts.value,
          contacts_change: contacts.change,
          chatbot_sessions: 0,
          chatbot_change: 0,
          campaigns_sent: 0,
          campaigns_change: 0,
        },
        recent_messages: await listLatestMessages(account, { limit: 5 }),
      })
    },
  }),
]

const invalidDates = refuseWith(400, 'Invalid date format. Use YYYY-MM-DD')

function withPermission(call: Call<unknown, unknown>, handle: () => Response | Promise<Response>) {
  if (isPermitted(call, 'analytics:read')) return handle()
  return call.refuse(refuseWith(403, "You don't have permission to view analytics"))
}

/** The widgets, which cannot be changed. */
const widgets: { id: string; name: string; source: Source }[] = [
  { id: 'd3a9f4e5-0b62-4d8b-8f43-5e7a9c1b3d44', name: 'Messages', source: 'messages' },
  { id: 'e4bae5f6-1c73-4e9c-9a54-6f8bad2c4e55', name: 'Contacts', source: 'contacts' },
]

function toWidget({ id, name, source }: (typeof widgets)[number], index: number) {
  return {
    id,
    name,
    description: '',
    data_source: source,
    metric: 'count',
    field: '',
    filters: [],
    display_type: 'number',
    chart_type: '',
    group_by_field: '',
    show_change: true,
    color: 'blue',
    size: 'small',
    display_order: index,
    grid_x: index * 3,
    grid_y: 0,
    grid_w: 3,
    grid_h: 3,
    config: {},
    is_shared: true,
    is_default: true,
    is_owner: false,
    created_by: '',
    created_at: toTime(firstDay),
    updated_at: toTime(firstDay),
  }
}

const dataSources = {
  data_sources: [
    { name: 'messages', label: 'Messages', fields: ['status', 'direction', 'message_type', 'whatsapp_account'] },
    { name: 'contacts', label: 'Contacts', fields: ['whatsapp_account', 'is_read'] },
  ],
  metrics: ['count', 'sum', 'avg'],
  display_types: ['number', 'percentage', 'chart', 'table', 'shortcuts'],
  operators: [
    { value: 'equals', label: 'Equals' },
    { value: 'not_equals', label: 'Not Equals' },
  ],
}

async function toWidgetData(store: Store, { id, source, period }: { id: string; source: Source; period: Period }) {
  const { value, previous, change } = await compare(store, { source, period })
  return {
    widget_id: id,
    value,
    change,
    prev_value: previous,
    chart_data: [],
    data_points: [],
    grouped_series: null,
    table_rows: [],
  }
}

/** Compares a period with the one before, of the same length. */
async function compare(store: Store, { source, period }: { source: Source; period: Period }) {
  const value = await countIn(store, { source, period })
  const previous = await countIn(store, { source, period: toPrevious(period) })
  if (previous === 0) return { value, previous, change: value > 0 ? 100 : 0 }
  return { value, previous, change: ((value - previous) / previous) * 100 }
}
