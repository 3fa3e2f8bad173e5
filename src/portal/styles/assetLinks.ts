/** Addresses of the files every page loads. */
export type AssetLinks = {
  /** The style sheet with a site's masthead colour (`#rrggbb`). */
  styles: (colour: string) => string
  /** Fonts worth fetching before the style sheet asks for them. */
  fonts: readonly string[]
  icon: string
}

let links: AssetLinks = { styles: () => '/assets/portal.css', fonts: [], icon: '/assets/icon.svg' }

/** Set once, when the files are read at start; components ask without being handed it through every level. */
export const assetLinks = (): AssetLinks => links

export const setAssetLinks = (made: AssetLinks): void => {
  links = made
}
