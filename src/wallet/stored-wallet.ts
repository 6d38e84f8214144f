/** The name of the last wallet: the adapter writes it at connect, this page reads it before loading the adapter. */
const KEY = 'AptosWalletName'
const MAX_NAME = 100

export function storedWalletName(): string | null {
  try {
    const name = localStorage.getItem(KEY)
    return name !== null && name !== '' && name.length <= MAX_NAME ? name : null
  } catch {
    return null
  }
}

export function storeWalletName(name: string | null): void {
  try {
    if (name === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, name)
  } catch {
    // A browser that refuses storage holds no name either.
  }
}
