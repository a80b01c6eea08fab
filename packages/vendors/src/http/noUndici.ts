/** In place of undici's, in runtimes that are not Node: requests then go through `fetch`. */
export const Agent: undefined = undefined
