/** A reason to refuse a message, in the words of API v3; the other APIs translate it. */
export interface Obstacle {
  code: string
  description: string
}

/** Creates an obstacle. */
export function toObstacle(code: string, description: string): Obstacle {
  return { code, description }
}
