import type { FrameLocator, Locator, Page } from '@playwright/test'

/** The CRM's page of channels. */
export class ChannelsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Admin' }).click()
    await this.page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Channels' }).click()
    await this.list.waitFor()
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: 'Channels' })
  }

  /** A channel by its name or account. */
  channel(name: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: name })
  }

  /** The wizard in front of the list. */
  get wizard(): Locator {
    return this.page.getByRole('dialog')
  }

  /** Chooses a messenger. */
  async begin(messenger: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Connect a channel' }).click()
    await this.wizard.getByRole('button', { name: messenger }).click()
  }

  /** Begins with a messenger that needs no credentials. */
  async connect(messenger: RegExp): Promise<void> {
    await this.begin(messenger)
    await this.wizard.getByRole('button', { name: 'Connect', exact: true }).click()
  }

  /** The vendor's window in the wizard. */
  get vendorWindow(): FrameLocator {
    return this.wizard.frameLocator('iframe[title="Connect a channel at the messenger service"]')
  }

  get qrCode(): Locator {
    return this.wizard.getByRole('img', { name: 'QR code to scan with your phone' })
  }
}
