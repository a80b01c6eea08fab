/** Writes a mark if there is none. Returns the one that is there. */
export const markScript = `
redis.call('SET', KEYS[1], ARGV[1], 'NX')
return redis.call('GET', KEYS[1])`

/** Returns 0 unless the last key has the mark that a process knows, its last argument: '' before it has connected for the first time. */
const checkMark = `
if ARGV[#ARGV] ~= '' and redis.call('GET', KEYS[#KEYS]) ~= ARGV[#ARGV] then return 0 end`

/** Takes the keys that nobody holds, or this process does already. Returns '' for each of those, and what is there for others. */
export const takeScript = `${checkMark}
local found = {}
for index = 1, #KEYS - 1 do
  local key = KEYS[index]
  local held = redis.call('GET', key)
  if held and held ~= ARGV[1] then
    found[index] = held
  else
    redis.call('SET', key, ARGV[1], 'PX', ARGV[2])
    found[index] = ''
  end
end
return found`

/** Keeps keys that this process still holds, or that have got lost. Returns 1 for each of those, 0 for others. */
export const renewScript = `
local kept = {}
for index, key in ipairs(KEYS) do
  local held = redis.call('GET', key)
  if held == ARGV[1] or (not held and ARGV[3] == '1') then
    redis.call('SET', key, ARGV[1], 'PX', ARGV[2])
    kept[index] = 1
  else
    kept[index] = 0
  end
end
return kept`

/** Deletes a key if it has one of these values. */
export const releaseScript = `
local held = redis.call('GET', KEYS[1])
for _, value in ipairs(ARGV) do
  if held == value then return redis.call('DEL', KEYS[1]) end
end
return 0`

/** Adds an entry of a process, which is alive. Returns what is there already, or nothing. */
export const addScript = `${checkMark}
redis.call('SET', KEYS[2], '1', 'PX', ARGV[3])
local held = redis.call('GET', KEYS[1])
if held then return held end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return false`

/** Counts a use of a key within a sliding time. Returns the milliseconds to wait, or 0. */
export const countScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then
  local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
  return math.max(1, oldest[2] + ARGV[2] - now)
end
redis.call('ZADD', KEYS[1], now, ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 0`

/** Writes a value unless a later one is there. It begins with its time, of the same length always, and a space. */
export const writeLaterScript = `
local held = redis.call('GET', KEYS[1])
local at = held and string.match(held, '^(%S+) ')
if at and at > ARGV[2] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return 1`
