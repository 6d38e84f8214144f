/** The screens that have room for a panel beside another. The build asks ahead for the layout by it. */
export const WIDE = '(min-width: 1024px)'
