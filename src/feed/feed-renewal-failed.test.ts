import { describe, expect, it } from 'vitest'
import { busy, isOpen, RENEWED_AT, renewing } from './renewal-kit'
import { type FakeSocket, message } from './test-kit'

describe('a new socket that is open and brings nothing usable', () => {
  it('stands beside the old one for 5 s, and is tried again with the next renewal', () => {
    const { rig, old, next, begun, view } = renewing()
    busy(rig, old, 9)
    next.opens()
    busy(rig, old, 4)
    next.brings('not JSON')
    expect([isOpen(old), isOpen(next)]).toEqual([true, true])
    busy(rig, old, 1)
    expect([isOpen(old), isOpen(next)]).toEqual([true, false])
    expect(view()).toMatchObject({ phase: 'confirmed', generation: 3, nextGeneration: null })
    expect(rig.log).toContain('the new socket brought nothing usable and was given up')
    expect(rig.timers.size).toBe(1)
    busy(rig, old, RENEWED_AT / 1000 - 15)
    expect(rig.sockets).toHaveLength(begun)
    busy(rig, old, 1)
    expect(rig.sockets).toHaveLength(begun + 1)
  })

  it('stands no longer beside an old one that is silent itself', () => {
    const { rig, old, next } = renewing()
    next.opens()
    rig.pass(5000)
    expect([isOpen(old), isOpen(next)]).toEqual([true, false])
  })

  it('stands no longer in a hidden tab, whose timers come late', () => {
    const { rig, old, next } = renewing()
    next.opens()
    rig.sleep(5000)
    old.brings(message('orderbook'))
    expect([isOpen(old), isOpen(next)]).toEqual([true, false])
  })

  it('has its time when the old one dies meanwhile', () => {
    const { rig, old, next } = renewing()
    next.opens()
    rig.pass(3000)
    old.closes(1006)
    rig.pass(6000)
    expect(isOpen(next)).toBe(true)
  })

  it('may take 5 s for its first message and one more for the others', () => {
    const { rig, old, next } = renewing()
    next.opens()
    busy(rig, old, 4)
    next.brings(message('orderbook'))
    rig.pass(999)
    expect([isOpen(old), isOpen(next)]).toEqual([true, true])
    rig.pass(1)
    expect([isOpen(old), isOpen(next)]).toEqual([false, true])
  })
})

describe('a new socket that fails', () => {
  it.each([
    ['is refused', (next: FakeSocket) => next.closes(1006)],
    ['is closed before it brought anything', (next: FakeSocket) => (next.opens(), next.closes(1008))],
  ])('leaves the old one in place: it %s', (_name, fail) => {
    const { rig, old, next, begun, view } = renewing()
    fail(next)
    expect(isOpen(old)).toBe(true)
    expect(view()).toMatchObject({ phase: 'confirmed', generation: 3, nextGeneration: null, failures: 0 })
    busy(rig, old, RENEWED_AT / 1000 - 1)
    expect(rig.sockets).toHaveLength(begun)
    busy(rig, old, 1)
    expect(rig.sockets).toHaveLength(begun + 1)
  })

  it('leaves the old one in place when the browser refuses it', () => {
    const { rig, old, next, begun, view } = renewing()
    next.closes(1006)
    rig.refuse = 'too many sockets'
    busy(rig, old, RENEWED_AT / 1000)
    expect(rig.sockets).toHaveLength(begun)
    expect(view()).toMatchObject({ phase: 'confirmed', generation: 3 })
    expect(rig.log).toContain('too many sockets')
  })

  it('makes room for a fresh one when it had displaced what the old one sent', () => {
    const { rig, old, next, begun, view } = renewing()
    next.opens()
    next.brings(message('orderbook'))
    old.brings(message('orderbook'))
    next.closes(1006)
    expect(isOpen(old)).toBe(false)
    expect(view()).toMatchObject({ phase: 'connecting', nextGeneration: null })
    expect(rig.sockets).toHaveLength(begun + 1)
    expect(rig.timers.size).toBe(1)
  })
})
