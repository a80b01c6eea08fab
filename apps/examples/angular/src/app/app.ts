import { JsonPipe } from '@angular/common'
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core'

@Component({
  selector: 'crm-root',
  imports: [JsonPipe],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <nav>Chats <crm-chat-badge /></nav>
    <main>
      <h1>{{ contact.name }}</h1>
      <div class="card-chat">
        <crm-chat-window [attr.chats]="contact.chats | json" (crm-chat-event)="onChatEvent($event)" />
      </div>
    </main>
    <crm-chat-launcher />
  `,
  styles: `
    .card-chat {
      height: 480px;
    }
  `,
})
export class App {
  readonly contact = {
    name: 'Ann Smith',
    chats: [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ann Smith' }],
  }

  onChatEvent(event: Event): void {
    if (event instanceof CustomEvent) console.info('The chat says', event.detail.type)
  }
}
