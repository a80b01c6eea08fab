import type { Session } from '@crm-chat/protocol'
import type { Store } from '../createStore.ts'

/** Things that the proxy offers this user. Undefined until a session has been read, which does not mean none. */
export type Capabilities = Session['capabilities'] | undefined

/** A store of what the proxy offers. It asks for the session once somebody subscribes, unless it is known already. */
export type CapabilitiesStore = Store<Capabilities>
