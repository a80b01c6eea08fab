import type { HopsWords } from './en.ts'

/** The words of the drawer that shows each hop in Russian. */
export const hops: HopsWords = {
  title: 'Что сейчас произошло',
  about: 'Каждый шаг последних запросов к прокси чатов. Ключи, тексты и номера опущены.',
  open: 'Что сейчас произошло',
  failed: 'Не удалось загрузить шаги',
  empty: 'Пока ничего. Откройте чат или отправьте сообщение.',
  kinds: { browser: 'Браузер → CRM', vendor: 'CRM → вендор', webhook: 'Вендор → CRM', live: 'CRM → браузер' },
  live: 'Живой поток',
  badge: (count) => `Без ответа: ${count}`,
  requestId: 'Идентификатор запроса',
  noResponse: 'нет ответа',
  ms: (ms) => `${ms} мс`,
}
