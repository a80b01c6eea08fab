import { defineElements } from '@crm-chat/elements'
import { createApp } from 'vue'
import App from './App.vue'

defineElements()
createApp(App).mount('#app')
