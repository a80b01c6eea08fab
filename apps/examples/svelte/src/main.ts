import { defineElements } from '@crm-chat/elements'
import { mount } from 'svelte'
import App from './App.svelte'

defineElements()
const target = document.querySelector('#app')
if (target) mount(App, { target })
