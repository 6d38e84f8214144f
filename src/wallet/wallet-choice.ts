/** The wallets to choose from, as plain checked data: extensions write these names, icons and links. */
export interface WalletChoice {
  readonly name: string
  /** A data: image or nothing, so that listing wallets never asks another host. */
  readonly icon: string | null
  /** The wallet's https page, for one that is not installed. */
  readonly url: string | null
  readonly installed: boolean
}

interface Listed {
  readonly name: unknown
  readonly icon?: unknown
  readonly url?: unknown
}

export function toChoices(installed: readonly Listed[], known: readonly Listed[]): readonly WalletChoice[] {
  const choices = new Map<string, WalletChoice>()
  const add = (wallet: Listed, isInstalled: boolean) => {
    const { name } = wallet
    if (typeof name !== 'string' || name.trim() === '' || choices.has(name)) return
    const url = isInstalled ? null : httpsUrl(wallet.url)
    if (!isInstalled && url === null) return
    choices.set(name, { name, icon: dataImage(wallet.icon), url, installed: isInstalled })
  }
  for (const wallet of installed) add(wallet, true)
  for (const wallet of [...known].sort((a, b) => String(a.name).localeCompare(String(b.name)))) add(wallet, false)
  return [...choices.values()]
}

function dataImage(icon: unknown): string | null {
  return typeof icon === 'string' && icon.startsWith('data:image/') ? icon : null
}

function httpsUrl(url: unknown): string | null {
  if (typeof url !== 'string' || !URL.canParse(url)) return null
  return new URL(url).protocol === 'https:' ? url : null
}
