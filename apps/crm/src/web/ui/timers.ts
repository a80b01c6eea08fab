/** Runs the callback once, after some seconds at most. @returns a function that keeps it from running */
export function startTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}
