import type { ChatsWords } from './en.ts'

/** The words of the chats, in Russian. */
export const chats: ChatsWords = {
  title: 'Чаты',
  all: 'Все чаты',
  with: (name) => `Чат: ${name}`,
  messagesWith: (name) => `Переписка: ${name}`,
  messageTo: (name) => `Сообщение: ${name}`,
  showIn: 'Где показывать чат',
  views: { window: 'Мессенджер', conversation: 'Переписка' },
  chat: 'Чат',
  send: 'Отправить сообщение',
  sendShort: 'Сообщение',
  waiting: 'Ждут ответа',
  waitingFailed: 'Не удалось загрузить, кто ждёт',
  nobodyWaits: 'Никто не ждёт',
  nobodyWaitsText: 'Все клиенты получили ответ.',
  waitingUnknown: 'Неизвестно, кто ждёт ответа',
  waitingUnknownText:
    'Сообщения клиентов не доходят до Northdesk: у него нет публичного адреса. Сами чаты показаны полностью.',
  toWebhooks: 'Вебхуки в администрировании',
  stranger: 'Ещё не контакт',
  addContactNamed: (name) => `Добавить контакт: ${name}`,
  openCard: (name) => `Открыть карточку: ${name}`,
  hidden: 'Это чат с контактом другого сотрудника.',
  newContact: 'Новый контакт из чата',
  newContactAbout: (messenger) => `Мессенджер: ${messenger}. Ответственным будете вы.`,
  withDeal: 'Название первой сделки',
  withDealHint: 'Оставьте пустым, чтобы добавить только контакт.',
}
