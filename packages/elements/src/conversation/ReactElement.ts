import type { ChatClient } from '@crm-chat/core'
import { ChatProvider } from '@crm-chat/react'
import { createElement, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { adoptStyles, attachLook } from '../attachLook.ts'
import { ElementBase } from '../ElementBase.ts'
import { readLabels } from '../readJson.ts'
import { sharedChat } from '../sharedChat.ts'
import { takeEarlyProperty } from '../takeEarlyProperty.ts'
import { wordsOf } from '../words.ts'
import { reportOnce } from './reportOnce.ts'

/** A component with its rules for the shadow root. */
export interface LoadedPart {
  rules: string
}

/**
 * An element that shows a component of the React kit in its shadow root, with the attributes that all of ours have. It loads the
 * component once it is in a page: no page has to load what only another element needs.
 */
export abstract class ReactElement<Labels extends object, Part extends LoadedPart> extends ElementBase {
  /** Loads the component. */
  protected abstract readonly load: () => Promise<Part>
  #part: Part | undefined
  #isLoading = false
  #frame: HTMLElement | undefined
  #root: Root | undefined
  #labels: Labels | undefined
  #isExpected = false

  /** Draws the component. Attributes and properties are read anew each time. */
  protected abstract render(chat: ChatClient, part: Part): ReactNode

  /** Own words. Goes before the attribute. */
  get labels(): Labels {
    return this.#labels ?? (readLabels(this) as Labels)
  }

  set labels(labels: Labels) {
    this.#labels = labels
    this.draw()
  }

  /** @internal */
  connectedCallback(): void {
    takeEarlyProperty({ element: this, name: 'labels' })
    this.draw()
  }

  /** @internal Browsers that can move an element as it is call this in place of the two others. */
  connectedMoveCallback(): void {}

  /** @internal */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return // It has only moved.
      this.#root?.unmount()
      this.#root = undefined
    })
  }

  /** @internal */
  attributeChangedCallback(): void {
    this.draw()
  }

  /** Draws the component anew, once for all attributes that change together. */
  protected draw(): void {
    if (this.#isExpected) return
    this.#isExpected = true
    queueMicrotask(() => {
      this.#isExpected = false
      if (this.isConnected) this.#mount()
    })
  }

  #mount(): void {
    this.#frame ??= createFrame(this)
    if (!this.#part) return void this.#loadPart(this.#frame)
    this.#root ??= createRoot(this.#frame)
    this.#root.render(createElement(ChatProvider, { chat: this.#chat }, this.render(this.#chat, this.#part)))
  }

  async #loadPart(frame: HTMLElement): Promise<void> {
    if (this.#isLoading) return
    this.#isLoading = true
    try {
      const part = await this.load()
      const root = frame.getRootNode()
      if (root instanceof ShadowRoot) adoptStyles(root, part.rules)
      this.#part = part
      this.draw()
    } catch {
      reportOnce(`<${this.localName}> did not load. It tries again when the browser is online or an attribute changes.`)
      addEventListener('online', () => this.draw(), { once: true })
    } finally {
      this.#isLoading = false
    }
  }

  /** The client of the endpoint, with the words of the element's own language. */
  get #chat(): ChatClient {
    const shared = sharedChat(this.getAttribute('endpoint'))
    const words = wordsOf(this) as ChatClient['words'] // That of a client.
    const known = clients.get(words)
    if (known?.shared === shared) return known.own
    const own = words === shared.words ? shared : { ...shared, words }
    clients.set(words, { shared, own })
    return own
  }
}

/** Clients by their words, so that a component keeps its own. */
const clients = new WeakMap<object, { shared: ChatClient; own: ChatClient }>()

function createFrame(host: HTMLElement): HTMLElement {
  const root = attachLook({ host, rules: ':host { display: block; height: 100% } .frame { height: 100% }' })
  const frame = document.createElement('div')
  frame.className = 'frame'
  root.append(frame)
  return frame
}
