/**
 * Cause of an overlay's opening or closing: its button, its Close, the Escape key, a press outside of it, the back button of a
 * phone, or a method that the CRM has called.
 */
export type OpenReason = 'trigger' | 'close' | 'escape' | 'outside' | 'back' | 'method'
