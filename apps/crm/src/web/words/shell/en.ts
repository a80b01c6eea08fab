import { createPlural } from '../plural.ts'

const plural = createPlural('en-GB')

/** The words around the pages: navigation, user menu, login and search, in English. */
export const shell = {
  connection: {
    offline: 'There is no connection. What you see may be out of date.',
    unreachable: 'Northdesk does not respond. What you see may be out of date.',
    waiting: plural({
      one: '# change is sent as soon as there is one.',
      other: '# changes are sent as soon as there is one.',
    }),
  },
  nav: {
    main: 'Main',
    dashboard: 'Dashboard',
    contacts: 'Contacts',
    companies: 'Companies',
    deals: 'Deals',
    tasks: 'Tasks',
    chats: 'Chats',
    admin: 'Administration',
    more: 'More',
  },
  user: {
    menu: 'User menu',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    language: 'Language',
    notifications: 'Notifications for new messages',
    notificationsBlocked: 'The browser blocks notifications. Allow them in its settings for this page.',
    newMessage: 'New message',
    sound: 'Sound for new messages',
    logOut: 'Log out',
  },
  roles: {
    sales: { name: 'Sales', about: 'Own contacts, deals and tasks' },
    manager: { name: 'Manager', about: 'Everything, and changes owners' },
    qualityControl: { name: 'Quality control', about: 'Reads everything, changes nothing' },
    admin: { name: 'Administrator', about: 'Everything, with the settings' },
  },
  login: {
    title: 'Log in',
    welcome: 'Welcome back',
    demo: 'This is a demo: choose a user to continue. There are no passwords, so do not enter real data.',
    signedOut: 'You were signed out because your session has ended. Log in again to go on where you were.',
    loadingUsers: 'Loading the users',
    usersFailed: "Can't load users",
    continueAs: (name: string) => `Continue as ${name}`,
    about: 'About Northdesk',
    pitch: 'Every customer and every conversation, on one desk.',
    points: [
      {
        title: 'Their messenger, your CRM',
        text: 'WhatsApp, Telegram and Instagram open beside the deal they are about.',
      },
      { title: 'No message goes unanswered', text: 'A live count of unanswered messages, on every page.' },
      { title: 'Private by default', text: 'Sales see only their own customers.' },
    ],
    meFailed: "Can't reach Northdesk",
  },
  notFound: {
    title: 'Page not found',
    text: 'The link may be outdated or mistyped.',
    link: 'Go to your contacts',
  },
  palette: {
    open: 'Search',
    title: 'Search',
    placeholder: 'Contacts, companies, deals, pages…',
    pages: 'Pages',
    actions: 'Actions',
    empty: (search: string) => `Nothing matches “${search}”`,
    hint: 'Arrow keys choose, Enter opens',
    results: plural({ one: '# result', other: '# results' }),
  },
}

/** The words around the pages: navigation, user menu, login and search. */
export type ShellWords = typeof shell
