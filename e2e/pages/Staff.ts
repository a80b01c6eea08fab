import { locateChat } from '@crm-chat/react/testing/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { ChatFrame } from './ChatFrame.ts'

/** A member of staff who uses the CRM. */
export class Staff {
  readonly page: Page
  readonly #crmUrl: string
  #name = ''

  constructor({ page, crmUrl }: { page: Page; crmUrl: string }) {
    this.page = page
    this.#crmUrl = crmUrl
  }

  /** Logs in as the login page does, without waiting for it, and opens the contacts. */
  async logIn(name: string): Promise<void> {
    this.#name = name
    const { request } = this.page.context()
    const userId = name.split(' ')[0]?.toLowerCase()
    const login = await request.post(`${this.#crmUrl}/api/login`, {
      data: { userId },
      headers: { origin: this.#crmUrl },
    })
    expect(login.ok(), await login.text()).toBe(true)
    await this.page.goto(`${this.#crmUrl}/contacts`)
    await this.chatsLink.waitFor()
  }

  /** Logs in on the login page, which is open. */
  async continuesAs(name: string): Promise<void> {
    this.#name = name
    await this.page.getByRole('button', { name: `Continue as ${name}` }).click()
    await this.chatsLink.waitFor()
  }

  /** Logs out by the menu of the user. */
  async logOut(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: this.#name }).click()
    await this.page.getByRole('dialog', { name: 'User menu' }).getByRole('button', { name: 'Log out' }).click()
    await this.page
      .getByRole('button', { name: /^Continue as/ })
      .first()
      .waitFor()
  }

  /** Opens a page of the navigation. */
  async openPage(name: 'Dashboard' | 'Contacts' | 'Companies' | 'Deals' | 'Tasks'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
  }

  /** Opens the CRM in this tab, in a browser that is already logged in. */
  async opensAgain(): Promise<void> {
    await this.page.goto(this.#crmUrl)
    await this.chatsLink.waitFor()
  }

  /** The link to all chats, with the badge. */
  get chatsLink(): Locator {
    return this.page.getByRole('navigation').locator('a[href="/chats"]') // Its name is in the language of the page.
  }

  /** The badge in the navigation bar, hidden at 0. */
  get badge(): Locator {
    return locateChat(this.chatsLink).badge
  }

  /** The badge with a number that is current. */
  get badgeNumber(): Locator {
    return locateChat(this.chatsLink).liveBadge
  }

  async openContacts(): Promise<void> {
    await this.openPage('Contacts')
  }

  /** Opens a contact's card and its chat. */
  async openContact(name: string): Promise<ChatFrame> {
    await this.openContacts()
    await this.page.getByRole('main').getByRole('link', { name }).first().click()
    await this.page.getByRole('heading', { name }).first().waitFor()
    return new ChatFrame(this.page.frameLocator('main iframe'))
  }

  /** The error shown in place of a chat window. */
  get chatProblem(): Locator {
    return locateChat(this.page.getByRole('main')).error
  }

  async retryChat(): Promise<ChatFrame> {
    await locateChat(this.page.getByRole('main')).retry.click()
    return new ChatFrame(this.page.frameLocator('main iframe'))
  }

  /** Opens the page with all chats. */
  async openChats(): Promise<ChatFrame> {
    await this.chatsLink.click()
    return new ChatFrame(this.page.frameLocator('main iframe'))
  }

  /** Opens a page for administrators. */
  async openAdministration(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Administration' }).click()
    await this.page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name }).click()
  }

  /** Opens a page with this HTML on the CRM's origin. */
  async opensOwnPage(html: string): Promise<void> {
    const url = `${this.#crmUrl}/own-page.html`
    await this.page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await this.page.goto(url)
  }

  /** Sends a request for a chat window to the proxy, with this browser's cookie and origin. */
  requestsWindow(body: object): Promise<{ status: number; body: unknown }> {
    return this.page.evaluate(async (data) => {
      const headers = { 'content-type': 'application/json', 'x-crm-chat': '1' }
      const response = await fetch('/chat/window', { method: 'POST', headers, body: JSON.stringify(data) })
      return { status: response.status, body: await response.json() }
    }, body)
  }
}
