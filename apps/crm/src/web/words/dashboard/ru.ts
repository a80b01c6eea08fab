import { createPlural } from '../plural.ts'
import type { DashboardWords } from './en.ts'

const plural = createPlural('ru')

/** The words of the dashboard in Russian. */
export const dashboard: DashboardWords = {
  failed: 'Не удалось загрузить сводку',
  period: 'Период',
  days: plural({ one: '# день', few: '# дня', many: '# дней', other: '# дня' }),
  waitingNow: 'Ждут сейчас',
  medianReply: 'Первый ответ, медиана',
  p90Reply: '90-й процентиль',
  received: 'Получено сообщений',
  sent: 'Отправлено сообщений',
  replies: 'Первых ответов',
  none: '—',
  unanswered: 'Неотвеченные по времени',
  unansweredAbout: 'Чаты, клиенты которых ждали ответа.',
  chats: 'Чаты',
  reply: 'Время до первого ответа',
  replyAbout: 'От первого сообщения клиента без ответа до ответа, по дням.',
  median: 'Медиана',
  p90: '90-й процентиль',
  time: 'Время',
  day: 'День',
  byChannel: 'По каналам',
  channel: 'Канал',
  byUser: 'По сотрудникам',
  user: 'Сотрудник',
  stranger: 'Ещё не контакт',
  dealsByStage: 'Сделки по этапам',
  whoWaits: 'Кто ждёт',
  allWaiting: 'Все, кто ждёт',
  noData: 'За этот период нет сообщений',
  noDataText: 'Выберите период длиннее или напишите клиенту.',
  asTable: 'Показать таблицей',
  asChart: 'Показать графиком',
}
