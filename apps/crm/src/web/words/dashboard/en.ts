import { createPlural } from '../plural.ts'

const plural = createPlural('en-GB')

/** The words of the dashboard in English. */
export const dashboard = {
  failed: "Can't load the dashboard",
  period: 'Period',
  days: plural({ one: '# day', other: '# days' }),
  waitingNow: 'Waiting now',
  medianReply: 'Median first reply',
  p90Reply: '90th percentile',
  received: 'Messages received',
  sent: 'Messages sent',
  replies: 'First replies',
  none: '—',
  unanswered: 'Unanswered over time',
  unansweredAbout: 'Chats whose customers waited for a reply.',
  chats: 'Chats',
  reply: 'Time to first reply',
  replyAbout: 'From a customer’s first message without a reply to the reply, by day.',
  median: 'Median',
  p90: '90th percentile',
  time: 'Time',
  day: 'Day',
  byChannel: 'By channel',
  channel: 'Channel',
  byUser: 'By person',
  user: 'Person',
  stranger: 'Not a contact yet',
  dealsByStage: 'Deals by stage',
  whoWaits: 'Who waits',
  allWaiting: 'All who wait',
  noData: 'No messages in this period',
  noDataText: 'Choose a longer period, or write to a customer.',
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
}

/** The words of the dashboard. */
export type DashboardWords = typeof dashboard
