import { dayAfter, daysBetween, MINIMUM_AGE_DAYS } from './allowed.mjs'

/** Why a version the list doesn't hold yet may not be let in today; undefined when it may. */
function refusal({ id, integrity }, { published, integrity: registrys, script }, today, urgent) {
  if (registrys !== integrity) return `${id} has another content in package-lock.json than in the registry.`
  if (script) return `${id} wants to run a script when it is installed (${script}).`
  const age = daysBetween(published, today)
  if (age >= MINIMUM_AGE_DAYS || urgent) return undefined
  const name = id.slice(0, id.lastIndexOf('@'))
  const free = dayAfter(published, MINIMUM_AGE_DAYS)
  return `${id} was published ${age} days ago: wait until ${free}, or say --urgent ${name} --reason "…".`
}

/**
 * The list anew for what is locked (lockedPackages): { entries, added, removed, refused }. What it held stays as it was let in;
 * `answers` says of the rest what the registry does (askRegistry), `urgent` names packages let in young for `reason`.
 */
export function renewed(held, locked, answers, { today, urgent = [], reason }) {
  const before = new Map(held.map((entry) => [entry.id, entry]))
  const refused = []
  const added = []
  const entries = locked.map((one) => {
    const { id, use, licence } = one
    const old = before.get(id)
    if (old !== undefined) return { ...old, use, licence }
    const answer = answers.get(id)
    const isUrgent = urgent.includes(id.slice(0, id.lastIndexOf('@')))
    const why = refusal(one, answer, today, isUrgent)
    if (why !== undefined) refused.push(why)
    const isYoung = daysBetween(answer.published, today) < MINIMUM_AGE_DAYS
    const entry = { id, use, licence, published: answer.published, listed: today, ...(isYoung && { urgent: reason }) }
    added.push(entry)
    return entry
  })
  const ids = new Set(locked.map(({ id }) => id))
  return { entries, added, removed: held.filter(({ id }) => !ids.has(id)), refused }
}
