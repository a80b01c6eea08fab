import { createPlural } from '../plural.ts'
import type { ShellWords } from './en.ts'

const plural = createPlural('ru')

/** The words around the pages: navigation, user menu, login and search, in Russian. */
export const shell: ShellWords = {
  connection: {
    offline: 'Нет соединения. Данные на странице могли устареть.',
    unreachable: 'Northdesk не отвечает. Данные на странице могли устареть.',
    waiting: plural({
      one: '# изменение будет отправлено, когда связь появится.',
      few: '# изменения будут отправлены, когда связь появится.',
      many: '# изменений будет отправлено, когда связь появится.',
      other: '# изменения будут отправлены, когда связь появится.',
    }),
  },
  nav: {
    main: 'Главное меню',
    dashboard: 'Сводка',
    contacts: 'Контакты',
    companies: 'Компании',
    deals: 'Сделки',
    tasks: 'Задачи',
    chats: 'Чаты',
    admin: 'Администрирование',
    more: 'Ещё',
  },
  user: {
    menu: 'Меню пользователя',
    theme: 'Тема',
    themes: { system: 'Система', light: 'Светлая', dark: 'Тёмная' },
    language: 'Язык',
    notifications: 'Уведомления о новых сообщениях',
    notificationsBlocked: 'Браузер блокирует уведомления. Разрешите их в настройках этой страницы.',
    newMessage: 'Новое сообщение',
    sound: 'Звук новых сообщений',
    logOut: 'Выйти',
  },
  roles: {
    sales: { name: 'Продажи', about: 'Свои контакты, сделки и задачи' },
    manager: { name: 'Руководитель', about: 'Всё, и меняет ответственных' },
    qualityControl: { name: 'Контроль качества', about: 'Видит всё, ничего не меняет' },
    admin: { name: 'Администратор', about: 'Всё, включая настройки' },
  },
  login: {
    title: 'Вход',
    welcome: 'С возвращением',
    demo: 'Это демо: выберите пользователя. Паролей нет, поэтому не вводите настоящие данные.',
    signedOut: 'Сеанс завершился, и вы вышли из системы. Войдите снова, чтобы продолжить с того же места.',
    loadingUsers: 'Загрузка пользователей',
    usersFailed: 'Не удалось загрузить пользователей',
    continueAs: (name) => `Войти как ${name}`,
    about: 'О Northdesk',
    pitch: 'Все клиенты и все переписки — на одном столе.',
    points: [
      { title: 'Их мессенджер, ваша CRM', text: 'WhatsApp, Telegram и Instagram открываются рядом со сделкой.' },
      { title: 'Ни одного сообщения без ответа', text: 'Счётчик неотвеченных сообщений на каждой странице.' },
      { title: 'Чужое не видно', text: 'Менеджеры по продажам видят только своих клиентов.' },
    ],
    meFailed: 'Northdesk недоступен',
  },
  notFound: {
    title: 'Страница не найдена',
    text: 'Возможно, ссылка устарела или в ней опечатка.',
    link: 'К контактам',
  },
  palette: {
    open: 'Поиск',
    title: 'Поиск',
    placeholder: 'Контакты, компании, сделки, страницы…',
    pages: 'Страницы',
    actions: 'Действия',
    empty: (search) => `Ничего не найдено: «${search}»`,
    hint: 'Стрелки выбирают, Enter открывает',
    results: plural({ one: '# результат', few: '# результата', many: '# результатов', other: '# результата' }),
  },
}
