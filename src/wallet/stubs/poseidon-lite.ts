/**
 * Stands in for `poseidon-lite` (see the alias in vite.config.ts). The SDK hashes with it for keyless accounts
 * only, which takes a log-in this page leaves out; a call here is a mistake and says so.
 */
function missing(): never {
  throw new Error('Keyless accounts are left out of this build')
}

export {
  missing as poseidon1,
  missing as poseidon2,
  missing as poseidon3,
  missing as poseidon4,
  missing as poseidon5,
  missing as poseidon6,
  missing as poseidon7,
  missing as poseidon8,
  missing as poseidon9,
  missing as poseidon10,
  missing as poseidon11,
  missing as poseidon12,
  missing as poseidon13,
  missing as poseidon14,
  missing as poseidon15,
  missing as poseidon16,
}
