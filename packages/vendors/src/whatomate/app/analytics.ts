import * as z from 'zod'
import { defineEndpoint } from '../../http/endpoint.ts'
import { succeeded, timeSchema } from './envelope.ts'

/** Days of a report, both included: `2026-08-01`. */
const periodSchema = z.looseObject({ from: z.string().optional(), to: z.string().optional() })

const widgetDataSchema = z.looseObject({
  widget_id: z.uuid(),
  value: z.number(),
  /** Change since the period before, in percent. */
  change: z.number(),
  prev_value: z.number(),
})

/** Endpoint of the widgets on the dashboard. */
export const listWidgetsEndpoint = defineEndpoint({
  operation: 'whatomate.listWidgets',
  method: 'GET',
  path: '/api/widgets',
  summary: 'List the widgets of the dashboard',
  response: {
    description: 'The own and the shared widgets.',
    schema: succeeded(
      z.looseObject({
        widgets: z.array(
          z.looseObject({
            id: z.uuid(),
            name: z.string(),
            data_source: z.string(),
            metric: z.string(),
            display_type: z.string(),
          }),
        ),
      }),
    ),
  },
})

/** Endpoint of the numbers in all widgets. */
export const fetchWidgetsDataEndpoint = defineEndpoint({
  operation: 'whatomate.fetchWidgetsData',
  method: 'GET',
  path: '/api/widgets/data',
  summary: 'Read the numbers of all widgets',
  query: periodSchema,
  response: {
    description: 'The numbers by widget.',
    schema: succeeded(z.looseObject({ data: z.record(z.string(), widgetDataSchema) })),
  },
})

/** Endpoint of the data that a widget can show. */
export const listWidgetDataSourcesEndpoint = defineEndpoint({
  operation: 'whatomate.listWidgetDataSources',
  method: 'GET',
  path: '/api/widgets/data-sources',
  summary: 'List the data that a widget can show',
  response: {
    description: 'Sources with their fields, metrics and display types.',
    schema: succeeded(
      z.looseObject({
        data_sources: z.array(z.looseObject({ name: z.string(), label: z.string(), fields: z.array(z.string()) })),
        metrics: z.array(z.string()),
        display_types: z.array(z.string()),
        operators: z.array(z.looseObject({ value: z.string(), label: z.string() })),
      }),
    ),
  },
})

/** Endpoint of the dashboard in builds of 2025. */
export const fetchDashboardEndpoint = defineEndpoint({
  operation: 'whatomate.fetchDashboard',
  method: 'GET',
  path: '/api/analytics/dashboard',
  summary: 'Read the totals of a period and the latest messages',
  query: periodSchema,
  response: {
    description: 'Totals with their change in percent, and five messages.',
    schema: succeeded(
      z.looseObject({
        stats: z.looseObject({
          total_messages: z.int(),
          messages_change: z.number(),
          total_contacts: z.int(),
          contacts_change: z.number(),
          chatbot_sessions: z.int(),
          chatbot_change: z.number(),
          campaigns_sent: z.int(),
          campaigns_change: z.number(),
        }),
        recent_messages: z.array(
          z.looseObject({
            id: z.uuid(),
            contact_name: z.string(),
            content: z.string(),
            direction: z.string(),
            created_at: timeSchema,
            status: z.string(),
          }),
        ),
      }),
    ),
  },
})

/** Endpoint that tells load balancers that the server runs. It needs no session. */
export const checkHealthEndpoint = defineEndpoint({
  operation: 'whatomate.checkHealth',
  method: 'GET',
  path: '/health',
  summary: 'Check that the server runs',
  response: {
    description: 'The server runs.',
    schema: succeeded(z.looseObject({ status: z.literal('ok'), service: z.literal('whatomate') })),
  },
})

/** Endpoint that tells load balancers that the server's database is there. It needs no session. */
export const checkReadinessEndpoint = defineEndpoint({
  operation: 'whatomate.checkReadiness',
  method: 'GET',
  path: '/ready',
  summary: 'Check that the server is ready',
  response: { description: 'The server is ready.', schema: succeeded(z.looseObject({ status: z.literal('ready') })) },
})
