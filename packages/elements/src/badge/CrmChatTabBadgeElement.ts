import { type BadgeLabel, requestNotifications, startTabBadge } from '@crm-chat/core/look'
import { ElementBase } from '../ElementBase.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { watchWords, wordsOf } from '../words.ts'

/**
 * `<crm-chat-tab-badge endpoint locale places max sound notification label>`: the number of messages without a reply in the page's title
 * and on its icons. `sound` and `notification` call for the user when it rises. Shows nothing itself.
 */
export class CrmChatTabBadgeElement extends ElementBase {
  static readonly observedAttributes = ['endpoint', 'locale', 'places', 'max', 'sound', 'notification', 'label']
  #label: BadgeLabel | undefined
  #end: (() => void) | undefined
  #unwatchWords: (() => void) | undefined

  /** Text of the notification, with `{count}` in it, or a function of the count. Goes before the attribute. */
  get label(): BadgeLabel | undefined {
    return this.#label ?? this.getAttribute('label') ?? undefined
  }

  set label(label: BadgeLabel | undefined) {
    this.#label = label
    this.attributeChangedCallback()
  }

  /** Asks the user to allow notifications. Call it when the user clicks: browsers refuse it at any other time. */
  requestNotifications(): Promise<NotificationPermission> {
    return requestNotifications()
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'label' })
    this.attributeChangedCallback()
  }

  /** @internal */
  connectedMoveCallback(): void {}

  /** @internal */
  disconnectedCallback(): void {
    this.#end?.()
    this.#unwatchWords?.()
    this.#end = this.#unwatchWords = undefined
  }

  /** @internal */
  attributeChangedCallback(): void {
    this.disconnectedCallback()
    if (!this.isConnected) return
    const max = this.getAttribute('max')
    const title = this.getAttribute('notification')
    this.#unwatchWords = watchWords(this, () => undefined)
    this.#end = startTabBadge({
      chat: sharedChat(this.getAttribute('endpoint')),
      places: this.getAttribute('places') ?? undefined,
      max: max === null ? undefined : Number(max),
      sound: this.hasAttribute('sound'),
      notification: title === '' || (title ?? false),
      label: this.label,
      words: wordsOf(this),
    })
  }
}
