/** Attributes of every element. */
interface CommonAttributes {
  /** Path or address of the proxy. @default '/chat' */
  endpoint?: string | undefined
  /** Language, or `auto` for that of the page. @default 'en' */
  locale?: string | undefined
}

/** Attributes of every element that draws something. */
export interface DrawnAttributes extends CommonAttributes {
  /** @default that of the page */
  theme?: 'light' | 'dark' | 'auto' | undefined
  /** @default that of the language, or of the page */
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  /** Own words. JSON: see `ChatLabelOverrides`. */
  labels?: string | undefined
}

interface WindowAttributes extends DrawnAttributes {
  /** @default 'card' where there are `chats`, 'global' otherwise */
  scope?: 'card' | 'global' | undefined
  /** Chats of a card. JSON: see `NamedChat[]`. */
  chats?: string | undefined
  /** Chat to open first. JSON: see `Chat`. */
  'active-chat'?: string | undefined
  /** Name for assistive technology, and heading of a panel. */
  label?: string | undefined
  /** Gives the window a frame of its own. */
  own?: Switch
}

interface OverlayAttributes extends WindowAttributes {
  /** Open while it is there. */
  opened?: Switch
}

interface LauncherAttributes extends Omit<OverlayAttributes, 'scope' | 'chats' | 'own'> {
  /** @default 'bottom-end' */
  placement?: 'bottom-end' | 'bottom-start' | undefined
}

/** On where it is there. Frameworks leave it out for false. */
type Switch = boolean | '' | undefined

/**
 * Attributes of the custom elements by tag. They give the templates of a framework their types: see the README.
 */
export interface ChatElementAttributes {
  'crm-chat-window': WindowAttributes
  'crm-chat-panel': WindowAttributes & { closable?: Switch }
  'crm-chat-popover': OverlayAttributes
  'crm-chat-drawer': OverlayAttributes & { side?: 'start' | 'end' | undefined; modal?: Switch }
  'crm-chat-dialog': OverlayAttributes
  'crm-chat-launcher': LauncherAttributes
  'crm-chat-badge': DrawnAttributes & {
    max?: number | string | undefined
    dot?: Switch
    'show-zero'?: Switch
    /** Phrase with `{count}` in it. */
    label?: string | undefined
  }
  'crm-chat-tab-badge': CommonAttributes & {
    /** Places, separated by spaces. @default 'title icon app' */
    places?: string | undefined
    max?: number | string | undefined
    sound?: Switch
    /** Title of a notification, or nothing for the usual one. */
    notification?: string | true | undefined
    label?: string | undefined
  }
}
