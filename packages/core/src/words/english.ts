/** Words of windows, panels and buttons in English. Those of badges and reasons of errors are where they are used. */
export const english = {
  /** Name of a window. */
  chat: 'Chat',
  /** Name of a panel with all chats. */
  chats: 'Chats',
  open: 'Open chats',
  close: 'Close chats',
  /** Name of an edge that can be moved, and of the one above. */
  panelWidth: 'Panel width',
  panelHeight: 'Panel height',
  loading: 'Opening the chat…',
  /** Heading above the reason. */
  failed: 'The chat did not open',
  retry: 'Try again',
  /** Shown above a window while the browser has no network. */
  offline: 'You are offline. New messages will appear once you are back.',
  /** Link to the page that explains why a window did not open. */
  help: 'More about this',
  /** Button below a window that may show an error instead of the messenger. */
  doubt: 'Not loading? Try again',
  /** Shown in place of a frame that another window of the page has. */
  elsewhere: 'These chats are open in another place on this page.',
  /** Button that brings it back. */
  showHere: 'Show them here',
  /** Shown in place of a window for a card without chats. */
  empty: 'There are no chats here yet.',
  /** Shown before an id by which the CRM's developers find the request. */
  requestId: 'Request',
}
